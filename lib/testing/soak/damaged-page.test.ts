import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundle } from "@/lib/cli/bin/bundle.mjs";
import { deriveWithin } from "@/lib/domain/correlate/correlate";
import { neededFor } from "@/lib/domain/correlate/correlation-reach";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { createWorld } from "@/lib/sandbox/world/world";
import { planFromOptions } from "@/lib/server/aws/aws-plan";
import { eventsFile } from "@/lib/server/data-folder";
import { connectEngine } from "@/lib/server/engine-client";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { compareWithTruth, NO_DEVIATION } from "../bad-days/compare-with-truth";
import { pause } from "./kill-points";
import { type Running, startEngineProcess, startSandboxProcess } from "./processes";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 18, 12);
const RANGE = { from: START - 20 * HOUR, to: START };
const SPEED = 240;
/** How DuckDB lays out a file: three heads, then blocks. */
const HEADS = 3 * 4096;
const BLOCK = 262_144;
const repository = join(import.meta.dirname, "../../..");
const FILTER = { ...NO_FACETS, cluster: [], range: RANGE, text: "", noise: "show" } as const;
const QUERY = { filter: FILTER, cursor: null, limit: 500 };

let dist: string;
let folder: string;
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>;
const env: Record<string, string> = {
  GATEBOOK_CLOCK: `${Date.now()}:${START}:${SPEED}`,
  GATEBOOK_LOG_LEVEL: "error",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatebook-damaged-page-"));
  await mkdir(join(repository, "dist"), { recursive: true });
  dist = await mkdtemp(join(repository, "dist", "damaged-page-"));
  await bundle(repository, dist);
  sandbox = await startSandboxProcess(dist, env, []);
  Object.assign(env, sandbox.env);
}, 300_000);
afterAll(async () => {
  await sandbox.kill("SIGTERM");
  await Promise.all([dist, folder].map((one) => rm(one, { recursive: true })));
});

interface Life {
  readonly engine: Running;
  readonly messages: readonly string[];
}

function live(dataDir: string): Life {
  const options = planFromOptions({ clusters: ["prod"], region: "eu-west-1", profile: null });
  const plan = { ...options, lookbackDays: 2 };
  const engine = startEngineProcess(dist, env, {
    dataDir,
    sample: true,
    plan,
    typed: false,
    directory: null,
    allowsAnyoneLinks: false,
  });
  const messages: string[] = [];
  engine.onMessage((type) => void messages.push(type));
  return { engine, messages };
}

/** The two logs of a cluster, the two sources of CloudTrail in each of two Regions, and who changed its access. */
const SOURCES = 7;

/** Waits until all of the range is read, and what came late with it. Gives what the engine says of itself then. */
async function untilRead(dataDir: string, { engine, messages }: Life) {
  const client = connectEngine(dataDir, 10_000);
  const ended = engine.gone.then(() => Promise.reject(new Error(`the engine ended: ${messages}`)));
  for (;;) {
    const ask = client.reportCoverage(LOCAL_VIEWER, {});
    const { sources, storage } = await Promise.race([ask, ended]);
    const isRead = sources.every(
      ({ settledToMs, progress }) => progress === 1 && (settledToMs ?? 0) >= START,
    );
    if (sources.length === SOURCES && isRead && messages.includes("caught-up")) return storage;
    await pause(200);
  }
}

/** Who meets the damage: somebody who looks at attempts, or the reading itself, which derives an hour anew. */
const MEETINGS: Readonly<Record<string, (store: EventStore) => Promise<unknown>>> = {
  "a question": (store) => store.search(QUERY),
  "the reading": (store) => {
    const keep = { from: START - HOUR, to: START };
    return store.deriveStretch(keep, neededFor(keep), (window) =>
      deriveWithin({ ...window, regionOf: () => "eu-west-1", keep }),
    );
  },
};

/** A block that is not read when the store is opened and asked for its coverage, but at such a meeting. */
async function findBlock(dataDir: string, meet: (store: EventStore) => Promise<unknown>): Promise<number> {
  const { size } = await stat(eventsFile(dataDir));
  for (let at = HEADS; at + BLOCK <= size; at += BLOCK) {
    const copy = await mkdtemp(join(folder, "copy-"));
    await cp(eventsFile(dataDir), eventsFile(copy));
    await damage(eventsFile(copy), at);
    const store = await openEventStore({ path: eventsFile(copy) }).catch(() => null);
    const isQuiet = await Promise.all([store?.coverage(), store?.staleHours(), store?.countAttempts()]).then(
      () => store !== null,
      () => false,
    );
    const isMet =
      store !== null &&
      (await meet(store).then(
        () => false,
        () => true,
      ));
    await store?.close().catch(() => undefined);
    await rm(copy, { recursive: true });
    if (isQuiet && isMet) return at;
  }
  throw new Error("every block is read at the start");
}

async function damage(path: string, at: number): Promise<void> {
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(BLOCK, 0xa5), 0, BLOCK, at);
  await file.close();
}

it.each(Object.keys(MEETINGS))(
  "a page that %s finds damaged while the engine runs: the file is set aside, everything is read anew, once",
  {
    timeout: 600_000,
  },
  async (name) => {
    const meet = MEETINGS[name] ?? (() => Promise.reject(new Error(`nobody is ${name}`)));
    const dataDir = await mkdtemp(join(folder, "data-"));
    const people = join(dataDir, "state.json");
    await writeFile(people, '{"made":"by people"}');

    const first = live(dataDir);
    await untilRead(dataDir, first);
    await first.engine.kill("SIGTERM");
    await damage(eventsFile(dataDir), await findBlock(dataDir, meet));

    const second = live(dataDir);
    const ask = () => connectEngine(dataDir, 10_000).searchAttempts(LOCAL_VIEWER, QUERY);
    if (name === "a question") ask().catch(() => undefined);
    expect(await second.engine.gone).toBe(1);
    // It had opened the file and worked with it; a "fatal" would end its whole family.
    expect(second.messages.filter((type) => type === "set-aside" || type === "fatal")).toEqual([]);

    const third = live(dataDir);
    const storage = await untilRead(dataDir, third);
    expect(third.messages).toContain("set-aside");
    const [aside = ""] = storage.setAside;
    expect(aside).toMatch(/^events\.duckdb\.damaged-\d{8}T\d{6}Z$/);
    expect(await readdir(dataDir)).toContain(aside);
    await third.engine.kill("SIGTERM");
    expect(await readFile(people, "utf8")).toBe('{"made":"by people"}');
    const store = await openEventStore({ path: eventsFile(dataDir) });
    const compared = compareWithTruth({ store, world: createWorld(1) }, { range: RANGE, clusters: ["prod"] });
    expect(await compared).toEqual(NO_DEVIATION);
    expect(await store.countAttempts()).toBeGreaterThan(100);
    await store.close();
  },
);
