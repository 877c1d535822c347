import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getAttempts } from "@/app/api/v1/attempts/route";
import { bundle } from "@/lib/cli/bin/bundle.mjs";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { runAs } from "./access/current-viewer";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { readExposition, sumOf } from "@/lib/testing/read-exposition";
import { planFromOptions } from "./aws/aws-plan";
import { eventsFile } from "./data-folder";
import { connectOperations } from "./engine/connect-operations";
import type { EngineSettings } from "./engine/main";
import { connectEngine, type EngineClient } from "./engine-client";
import { getInvestigations } from "./get-investigations";

const ASKER = { viewer: LOCAL_VIEWER, peer: null, sessionId: null };
const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist", "under-test");
const RANGE = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2030, 0, 1) };
const EVERYTHING = { ...NO_FACETS, range: RANGE, text: "", noise: "show" } as const;
const URL_OF_EVERYTHING =
  "http://127.0.0.1/api/v1/attempts?from=2020-01-01T00:00:00Z&to=2030-01-01T00:00:00Z&noise=show&limit=500&cluster=imported";

/** Not so old that its records are forgotten when the engine starts again. */
const TIME = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19);
const LINES = [
  `time="${TIME}Z" level=info msg="STS response" accesskeyid=ASIAEXAMPLE1 accountid=111122223333 arn="arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com" client="127.0.0.1:1" method=POST path=/authenticate session=jane@example.com userid=AROAEXAMPLE1`,
  `time="${TIME}Z" level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Dev" client="127.0.0.1:1" groups="[dev]" method=POST path=/authenticate uid="aws-iam-authenticator:111122223333:AROAEXAMPLE1" username=jane`,
].join("\n");

/** Two owners of one DuckDB file would lose rows without a word: there is one, and it may die at any time. */
describe("the engine", () => {
  let folder: string;
  let sandbox: Sandbox;
  let engine: ChildProcess;
  let client: EngineClient;

  beforeAll(async () => {
    await bundle(root, dist);
    folder = await mkdtemp(join(tmpdir(), "gatebook-restart-"));
    process.env.GATEBOOK_DATA = folder;
    sandbox = await startSandbox({ now: Date.now, sleep: async () => undefined });
    client = connectEngine(folder, 20_000);
    engine = startEngine();
  }, 60_000);

  afterAll(async () => {
    engine.kill("SIGKILL");
    await sandbox.close();
    await rm(folder, { recursive: true });
    await rm(dist, { recursive: true });
  });

  function startEngine(): ChildProcess {
    const plan = planFromOptions({ clusters: ["staging"], region: null, profile: null });
    const read = { plan, typed: true, directory: null };
    const settings: EngineSettings = { dataDir: folder, sample: true, ...read, allowsAnyoneLinks: false };
    const env = { ...process.env, ...sandbox.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
    return fork(join(dist, "engine.mjs"), [JSON.stringify(settings)], {
      env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  }

  async function readBothWays() {
    const query = { filter: { ...EVERYTHING, cluster: ["imported"] }, cursor: null, limit: 500 };
    const page = await getInvestigations().searchAttempts(LOCAL_VIEWER, query);
    const route = (await (
      await runAs(ASKER, () => getAttempts(new Request(URL_OF_EVERYTHING)))
    ).json()) as typeof page;
    expect(route).toEqual(page);
    return page.rows;
  }

  async function until(check: () => Promise<boolean>): Promise<void> {
    while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  it("keeps what a loader and a route have seen, when it is killed and started again", async () => {
    const file = join(folder, "authenticator.log");
    await writeFile(file, LINES);
    const request = { paths: [file], cluster: "imported", region: "eu-west-1", accountId: "111122223333" };
    expect(await client.importPaths(request)).toMatchObject([{ added: 2, known: 0, problem: null }]);
    const before = await readBothWays();
    expect(before).toMatchObject([{ cluster: "imported", kubernetes: { username: "jane" } }]);
    await until(async () => (await client.reportHealth(LOCAL_VIEWER, {})).attempts > 100);

    engine.kill("SIGKILL");
    engine = startEngine();
    expect(await readBothWays()).toEqual(before);
    expect(await client.importPaths(request)).toMatchObject([{ added: 0, known: 2 }]);
    expect(await readBothWays()).toEqual(before);
    await until(async () => {
      const { sources } = await client.reportCoverage(LOCAL_VIEWER, {});
      return sources.some(({ kind, state }) => kind === "authenticator-log" && state === "following");
    });
    // What is read is derived a moment later.
    await until(async () => {
      const metrics = readExposition(await connectOperations(folder).readMetrics());
      return sumOf(metrics, "gatebook_stale_hours") === 0;
    });
    const [first, all] = await Promise.all([
      client.searchAttempts(LOCAL_VIEWER, {
        filter: { ...EVERYTHING, cluster: ["staging"] },
        cursor: null,
        limit: 500,
      }),
      client.reportHealth(LOCAL_VIEWER, {}),
    ]);
    expect(new Set(first.rows.map(({ id }) => id)).size).toBe(500);
    expect(all.attempts).toBe(first.total + 1);
  }, 90_000);

  it("is the only one that can open its file", async () => {
    await expect(openEventStore({ path: eventsFile(folder) })).rejects.toMatchObject({ code: "locked" });
  });

  it("names the parameter of a question that cannot be answered", async () => {
    const answer = await runAs(ASKER, () =>
      getAttempts(new Request("http://127.0.0.1/api/v1/attempts?decision=maybe")),
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: "invalid-parameter", parameter: "decision" },
    });
    const cursor = await runAs(ASKER, () =>
      getAttempts(new Request("http://127.0.0.1/api/v1/attempts?cursor=made-up")),
    );
    expect([cursor.status, await cursor.json()]).toMatchObject([400, { error: { parameter: "cursor" } }]);
  });
});
