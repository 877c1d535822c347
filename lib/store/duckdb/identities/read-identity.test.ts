import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { IdentityKind } from "@/lib/domain/identity/identity-ref";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { HOUR_MS } from "@/lib/domain/time/durations";
import { traceOrigins } from "@/lib/ingest/trace-origins";
import type { EventStore } from "@/lib/ports/event-store";
import { drawAttempts, HOURS, START } from "@/lib/testing/draw-attempts";
import { isOfIdentity } from "@/lib/testing/is-of-identity";
import { openEventStore } from "../open-event-store";

const SECOND_DAY_MS = START + 5 * HOUR_MS;
/** Of most roles more sessions than are listed; of Ops few, of many attempts, and some of the first day alone. */
const DRAWN = drawAttempts(4_800, 7).map(({ caller, ...attempt }, n) => {
  const isOps = caller?.canonicalArn === "arn:aws:iam::111122223333:role/Ops";
  const key = isOps ? (attempt.timeMs < SECOND_DAY_MS ? 0 : 1) : n % 40;
  return { ...attempt, caller: caller && { ...caller, accessKeyId: `ASIAEXAMPLE${key}` } };
});
const MOST_SESSIONS = 50;
const RANGE = { from: START, to: START + HOURS * HOUR_MS };

const IDENTITIES: readonly (readonly [IdentityKind, string])[] = [
  ["role", "arn:aws:iam::111122223333:role/Dev"],
  ["role", "Ops"],
  ["session", "Dev/alice@example.com"],
  ["person", "alice@example.com"],
  ["key", "ASIAEXAMPLE1"],
  ["group", "a b"],
  ["username", "admin"],
  ["unique-id", "AROADev:i-0abc"],
  ["account", "111122223333"],
];

/** What `tell` says of the attempts of each key, those of most first; attempts without a key are left out. */
function countBy<T>(
  attempts: readonly TracedAttempt[],
  keyOf: (attempt: TracedAttempt) => unknown,
  tell: (some: readonly [TracedAttempt, ...TracedAttempt[]]) => T,
): T[] {
  const found = new Map<string, [TracedAttempt, ...TracedAttempt[]]>();
  for (const one of attempts) {
    const key = JSON.stringify(keyOf(one) ?? null);
    if (key !== "null") found.set(key, [one, ...(found.get(key) ?? [])]);
  }
  return [...found.values()].toSorted((a, b) => b.length - a.length).map(tell);
}

/** Whatever the order of those that are alike. */
const sorted = (list: readonly unknown[] = []) => list.map((one) => JSON.stringify(one)).toSorted();
const timesOf = (some: readonly TracedAttempt[]) => some.map(({ timeMs }) => timeMs);
const firstOf = (some: readonly TracedAttempt[]) => Math.min(...timesOf(some));
const lastOf = (some: readonly TracedAttempt[]) => Math.max(...timesOf(some));

describe("what is known of an identity, beside what its attempts say", () => {
  let store: EventStore;
  let folder: string;
  let all: readonly TracedAttempt[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-identity-"));
    store = await openEventStore({ path: join(folder, "events.duckdb") });
    for (let from = START; from < RANGE.to; from += HOUR_MS) {
      const hour = { from, to: from + HOUR_MS };
      const attempts = DRAWN.filter(({ timeMs }) => timeMs >= hour.from && timeMs < hour.to);
      await store.deriveStretch(hour, hour, () => ({ attempts, unclaimed: [] }));
    }
    await traceOrigins(store);
    const filter = { ...NO_FACETS, range: RANGE, identity: null, text: "", noise: "show" } as const;
    all = (await store.search({ filter, cursor: null, limit: DRAWN.length })).rows;
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it.each(IDENTITIES)("%s %s", async (kind, value) => {
    const own = all.filter((one) => isOfIdentity(one, { kind, value }));
    const facts = await store.readIdentity({ kind, value });
    expect(facts).toMatchObject({ firstMs: firstOf(own), lastMs: lastOf(own), kubernetes: null });

    const callers = countBy(
      own,
      ({ caller }) => caller && [caller.canonicalArn, caller.uniqueId],
      (some) => ({
        canonicalArn: some[0].caller?.canonicalArn,
        uniqueId: some[0].caller?.uniqueId,
        attempts: some.length,
        lastMs: lastOf(some),
      }),
    );
    expect(sorted(facts?.callers)).toEqual(sorted(callers));
    expect(facts?.callers.map(({ attempts }) => attempts)).toEqual(callers.map(({ attempts }) => attempts));

    const sessions = countBy(
      own,
      ({ caller }) => caller && [caller.arn, caller.accessKeyId],
      (some) => ({
        arn: some[0].caller?.arn,
        sessionName: some[0].caller?.sessionName,
        accessKeyId: some[0].caller?.accessKeyId,
        attempts: some.length,
        firstMs: firstOf(some),
        lastMs: lastOf(some),
      }),
    );
    const latest = sessions.map(({ lastMs }) => lastMs).toSorted((a, b) => b - a);
    expect(facts?.sessions.map(({ lastMs }) => lastMs)).toEqual(latest.slice(0, MOST_SESSIONS));
    for (const { attemptId, ...session } of facts?.sessions ?? []) {
      expect(sessions).toContainEqual(session);
      const { timeMs, caller } = own.find(({ id }) => id === attemptId) ?? {};
      const { arn, accessKeyId, lastMs } = session;
      expect([timeMs, caller?.arn, caller?.accessKeyId]).toEqual([lastMs, arn, accessKeyId]);
    }

    const errors = countBy(
      own,
      ({ error }) => error,
      (some) => ({ value: some[0].error, count: some.length }),
    );
    expect(sorted(facts?.errors)).toEqual(sorted(errors));

    const origins = countBy(
      own,
      ({ origin }) => origin && [origin.kind, origin.name, origin.name ?? origin.userId],
      (some) => [some[0].origin?.kind, some[0].origin?.name, some.length],
    );
    expect(sorted(facts?.origins.map((one) => [one.kind, one.name, one.attempts]))).toEqual(sorted(origins));
  });
});
