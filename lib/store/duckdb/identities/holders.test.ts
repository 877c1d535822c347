import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { EventStore } from "@/lib/ports/event-store";
import { drawAttempts, HOURS, START } from "@/lib/testing/draw-attempts";
import { isOfIdentity } from "@/lib/testing/is-of-identity";
import { openEventStore } from "../open-event-store";

const HOUR = 3_600_000;
const DRAWN = drawAttempts(400, 7);
const RANGE = { from: START + 10 * HOUR + 1_234, to: START + (HOURS - 5) * HOUR };
const ALL: AttemptFilter = { ...NO_FACETS, range: RANGE, text: "", noise: "show" };

let folder: string;
let store: EventStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-holders-"));
  store = await openEventStore({ path: join(folder, "events.duckdb") });
  const whole = { from: START, to: START + HOURS * HOUR };
  await store.deriveStretch(whole, whole, () => ({ attempts: DRAWN, unclaimed: [] }));
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** By principal: what is known of the origins divides them further. */
function byPrincipal<T>(some: readonly T[], principalOf: (one: T) => string | null): [string | null, T[]][] {
  const principals = [...new Set(some.map(principalOf))];
  return principals.map((arn) => [arn, some.filter((one) => principalOf(one) === arn)]);
}

function distinct(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => text || []))].sort();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

const within = DRAWN.filter(({ timeMs }) => timeMs >= RANGE.from && timeMs < RANGE.to);
const USERNAME = within.find(({ kubernetes }) => kubernetes !== null)?.kubernetes?.username ?? "";

it.each([
  ["all of a time", ALL, within],
  [
    "a username at one cluster",
    { ...ALL, cluster: ["prod"], identity: { kind: "username", value: USERNAME } },
    within.filter(
      (attempt) => attempt.cluster === "prod" && isOfIdentity(attempt, { kind: "username", value: USERNAME }),
    ),
  ],
] as const)("counts who came, of %s, from the first to the newest attempt", async (_what, filter, own) => {
  const { rows, total, attempts } = await store.holdersOf(filter, 1_000);
  const expected = byPrincipal(own, ({ caller }) => caller?.canonicalArn ?? null).map(([arn, group]) => ({
    arn,
    sessions: distinct(group.map(({ caller }) => caller?.sessionName)),
    usernames: distinct(group.map(({ kubernetes }) => kubernetes?.username)),
    clusters: distinct(group.map(({ cluster }) => cluster)),
    counts: [group.length, group.filter(({ decision }) => decision === "granted").length],
    times: [Math.min(...group.map(({ timeMs }) => timeMs)), Math.max(...group.map(({ timeMs }) => timeMs))],
  }));
  const told = byPrincipal(rows, ({ canonicalArn }) => canonicalArn).map(([arn, group]) => ({
    arn,
    sessions: distinct(group.flatMap(({ sessionNames }) => sessionNames)),
    usernames: distinct(group.flatMap(({ usernames }) => usernames)),
    clusters: distinct(group.flatMap(({ clusters }) => clusters)),
    counts: [sum(group.map((one) => one.attempts)), sum(group.map((one) => one.granted))],
    times: [Math.min(...group.map(({ firstMs }) => firstMs)), Math.max(...group.map(({ lastMs }) => lastMs))],
  }));
  const sorted = (some: readonly unknown[]) => some.map((one) => JSON.stringify(one)).sort();
  expect(own.length).toBeGreaterThan(3);
  expect(sorted(told)).toEqual(sorted(expected));
  expect([total, attempts]).toEqual([rows.length, own.length]);
  for (const { attemptId, lastMs } of rows)
    expect(own.find(({ id }) => id === attemptId)?.timeMs).toBe(lastMs);
});

it("lists the most active, and counts the others", async () => {
  const all = await store.holdersOf(ALL, 1_000);
  const few = await store.holdersOf(ALL, 2);
  expect(few.rows).toEqual(all.rows.slice(0, 2));
  expect([few.total, few.attempts]).toEqual([all.total, within.length]);
  expect(all.rows.map(({ attempts }) => attempts)).toEqual(
    all.rows.map(({ attempts }) => attempts).toSorted((a, b) => b - a),
  );
  const nobody = { ...ALL, identity: { kind: "username", value: "'); DROP TABLE actor; --" } } as const;
  expect(await store.holdersOf(nobody, 10)).toEqual({ rows: [], total: 0, attempts: 0 });
});
