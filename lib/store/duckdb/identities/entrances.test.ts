import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EventStore } from "@/lib/ports/event-store";
import { drawAttempts, HOURS, START } from "@/lib/testing/draw-attempts";
import { openEventStore } from "../open-event-store";

const HOUR = 3_600_000;
const DRAWN = drawAttempts(400, 7);
const RANGE = { from: START + 10 * HOUR + 1_234, to: START + 70 * HOUR };
const BOUNDS = [START + 20 * HOUR + 7, START + 50 * HOUR];
const GRANTED = DRAWN.filter(
  ({ cluster, decision, timeMs }) =>
    cluster === "prod" && decision === "granted" && timeMs >= RANGE.from && timeMs < RANGE.to,
);
const stretchOf = (timeMs: number) => BOUNDS.filter((ms) => ms <= timeMs).length;

let folder: string;
let store: EventStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-entrances-"));
  store = await openEventStore({ path: join(folder, "events.duckdb") });
  const whole = { from: START, to: START + HOURS * HOUR };
  await store.deriveStretch(whole, whole, () => ({ attempts: DRAWN, unclaimed: [] }));
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const ask = (limit: number, cluster = "prod") =>
  store.entrances({ cluster, range: RANGE, bounds: BOUNDS, limit });

it("counts each grant once, in the stretch of its time, with its newest attempt", async () => {
  const found = await ask(1_000);
  expect(found.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(GRANTED.length);
  for (const [stretch] of [...BOUNDS, 0].entries()) {
    const counted = found
      .filter((one) => one.stretch === stretch)
      .reduce((sum, one) => sum + one.attempts, 0);
    expect(counted).toBe(GRANTED.filter(({ timeMs }) => stretchOf(timeMs) === stretch).length);
  }
  for (const { attemptId, stretch, lastMs, firstMs } of found) {
    const newest = DRAWN.find(({ id }) => id === attemptId);
    expect([newest?.timeMs, stretchOf(lastMs), stretchOf(firstMs)]).toEqual([lastMs, stretch, stretch]);
  }
});

it("tells people apart by role, session and identity, and counts the nodes of a role together", async () => {
  const found = await ask(1_000);
  for (const one of found.filter(({ class: kind }) => kind === "person")) {
    const own = GRANTED.filter(
      ({ caller, kubernetes, class: kind, timeMs }) =>
        kind === "person" &&
        stretchOf(timeMs) === one.stretch &&
        caller?.canonicalArn === one.caller?.canonicalArn &&
        caller?.sessionName === one.caller?.sessionName &&
        kubernetes?.username === one.username &&
        JSON.stringify(kubernetes.groups) === JSON.stringify(one.groups),
    );
    expect(own).toHaveLength(one.attempts);
  }
  const nodes = found.filter(({ class: kind, stretch }) => kind === "node" && stretch === 1);
  const arns = nodes.map(({ caller }) => caller?.canonicalArn);
  expect(new Set(arns).size).toBe(arns.length);
});

it("gives the most active where there are too many, and nothing of a cluster that is not", async () => {
  const [all, some] = [await ask(1_000), await ask(3)];
  expect(some.map(({ attempts }) => attempts)).toEqual(all.slice(0, 3).map(({ attempts }) => attempts));
  expect(await ask(10, "'; DROP TABLE actor; --")).toEqual([]);
  expect(await store.entrances({ cluster: "prod", range: RANGE, bounds: [], limit: 1_000 })).not.toEqual([]);
});
