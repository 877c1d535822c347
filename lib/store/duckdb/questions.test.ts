import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import {
  classToFold,
  kindOf,
  originOfAttempt,
  type TracedAttempt,
} from "@/lib/domain/correlate/chain/attempt-origin";
import { createHopIndex } from "@/lib/domain/correlate/chain/hop-index";
import { startOf } from "@/lib/domain/correlate/chain/session-start";
import { traceChains } from "@/lib/domain/correlate/chain/trace-chains";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { roleNameOf } from "@/lib/domain/identity/principal";
import {
  type AttemptFilter,
  FACET_NAMES,
  type FacetName,
  type FilterTerm,
} from "@/lib/domain/summarize/attempts/attempt-filter";
import { reasonMatches } from "@/lib/domain/summarize/attempts/search-language/reason-matches";
import { matchesPattern, occursIn } from "@/lib/domain/summarize/attempts/search-language/value-pattern";
import { readRecords } from "@/lib/ingest/read-records";
import { traceOrigins } from "@/lib/ingest/trace-origins";
import type { EventStore } from "@/lib/ports/event-store";
import { aFilter, drawAttempts, HOURS, START } from "@/lib/testing/draw-attempts";
import { memorySource } from "@/lib/testing/ingest-records";
import { isOfIdentity } from "@/lib/testing/is-of-identity";
import { hopEvent, printTrailRecord, roleIssued } from "@/lib/testing/trail-record";
import { openEventStore } from "./open-event-store";

const HOUR = 3_600_000;
const RUNS = 100;
const FEW = 3;
/** For a busy machine. */
const PATIENCE_MS = 120_000;

/** An attempt's values of a facet, as the screen shows them. */
const VALUES: Record<FacetName, (attempt: TracedAttempt) => readonly string[]> = {
  decision: (a) => [a.decision],
  reason: (a) => [a.error === null ? null : reasonOfDenial(a.error)].filter((code) => code !== null),
  class: (a) => [kindOf(a)],
  origin: (a) => [a.origin?.name ?? a.origin?.userId ?? []].flat(),
  cluster: (a) => [a.cluster],
  username: (a) => (a.kubernetes ? [a.kubernetes.username] : []),
  group: (a) => a.kubernetes?.groups ?? [],
  role: (a) => (a.caller?.canonicalArn ? [roleNameOf(a.caller.canonicalArn)] : []),
  session: (a) => (a.caller?.sessionName ? [a.caller.sessionName] : []),
  account: (a) => (a.caller?.accountId ? [a.caller.accountId] : []),
};

/** Who gave out one of the drawn keys. */
const ISSUED = {
  id: "issued",
  event: "sts.amazonaws.com/AssumeRole",
  at: new Date(START - HOUR).toISOString(),
  identity: {
    type: "IAMUser",
    principalId: "AIDABOB",
    arn: "arn:aws:iam::111122223333:user/bob",
    userName: "bob",
  },
  response: roleIssued("Dev", "ci", "ASIAEXAMPLE1"),
};

/** The address in every printed record. */
const ISSUED_FROM = "192.0.2.7";

/** Each with its origin, traced from its session's first use. */
async function traceAll(attempts: readonly Attempt[]): Promise<TracedAttempt[]> {
  const find = createHopIndex([hopEvent(ISSUED)]);
  const sessionOf = ({ caller }: Attempt) => JSON.stringify([caller?.arn, caller?.accessKeyId]);
  return Promise.all(
    attempts.map(async (attempt) => {
      const uses = attempts.filter((one) => sessionOf(one) === sessionOf(attempt));
      const usedMs = Math.min(...uses.map(({ timeMs }) => timeMs));
      const start = startOf({ ...attempt, timeMs: usedMs }, null);
      const [chain = null] = start === null ? [] : await traceChains([start], find);
      return { ...attempt, origin: originOfAttempt(attempt, chain) };
    }),
  );
}

const DRAWN = drawAttempts(400, 7);

function isFolded({ class: byLines, origin }: TracedAttempt): boolean {
  return ["node", "aws"].includes(classToFold(byLines, origin));
}

function matches(a: TracedAttempt, filter: AttemptFilter, without: FacetName | null = null): boolean {
  if (a.timeMs < filter.range.from || a.timeMs >= filter.range.to) return false;
  const { where = [] } = filter;
  const asksClass = filter.class.length > 0 || where.some((term) => term.key === "class" && !term.excluded);
  if (filter.noise === "fold" && !asksClass && isFolded(a)) return false;
  if (!textsOf(a).some((text) => text.includes(filter.text.toLowerCase()))) return false;
  if (filter.identity && !isOfIdentity(a, filter.identity)) return false;
  if (!meetsBeside(a, where)) return false;
  return FACET_NAMES.every((name) => {
    if (name === without) return true;
    const own = where.filter(({ key }) => key === name);
    const isOf = ({ pattern }: Pick<FilterTerm, "pattern">) =>
      name === "reason"
        ? a.error !== null && reasonMatches(pattern, a.error)
        : VALUES[name](a).some((value) => matchesPattern(pattern, value));
    const plain = filter[name].map((value) => ({ pattern: [value] }));
    const included = [...plain, ...own.filter(({ excluded }) => !excluded)];
    return (included.length === 0 || included.some(isOf)) && !own.some((term) => term.excluded && isOf(term));
  });
}

/** The keys that are no facets: any of a key's values, none of those excluded; all of the words. */
function meetsBeside(a: TracedAttempt, where: readonly FilterTerm[]): boolean {
  const { caller } = a;
  const is: Record<string, (pattern: FilterTerm["pattern"]) => boolean> = {
    text: (pattern) => textsOf(a).some((text) => occursIn(pattern, text)),
    key: (pattern) => matchesPattern(pattern, caller?.accessKeyId ?? ""),
    principal: (pattern) =>
      [caller?.canonicalArn, caller?.arn, caller?.uniqueId].some((id) => matchesPattern(pattern, id ?? "")),
    address: (pattern) => caller?.accessKeyId === "ASIAEXAMPLE1" && matchesPattern(pattern, ISSUED_FROM),
  };
  return Object.entries(is).every(([name, isOf]) => {
    const own = where.filter(({ key }) => key === name);
    const included = own.filter(({ excluded }) => !excluded).map(({ pattern }) => isOf(pattern));
    const meets = name === "text" ? included.every(Boolean) : included.length === 0 || included.some(Boolean);
    return meets && !own.some(({ excluded, pattern }) => excluded && isOf(pattern));
  });
}

/** As the store keeps them: a gap may reach from one value of a thing to the next, not to another thing's. */
function textsOf({ caller, kubernetes, cluster, error, origin }: TracedAttempt): string[] {
  const { arn, sessionName, accessKeyId, canonicalArn, accountId, uniqueId } = caller ?? {};
  const things = [
    [canonicalArn, accountId, uniqueId, canonicalArn ? roleNameOf(canonicalArn) : ""],
    [arn, sessionName, accessKeyId],
    [kubernetes?.username, ...(kubernetes?.groups ?? []), kubernetes?.uid],
    ...[[cluster], [error], [origin?.name]],
  ];
  return things.map((parts) => parts.filter(Boolean).join("\n").toLowerCase());
}

/** That event comes when all attempts are derived. */
async function appendEvent(store: EventStore): Promise<void> {
  const sourceId = "cloudtrail/111122223333/eu-west-1";
  const { descriptor } = memorySource("cloudtrail", () => []);
  await store.openSource(descriptor, { from: START, to: START + 1 }, "reading");
  const record = { stream: "s", timeMs: START - HOUR, eventId: "issued", text: printTrailRecord(ISSUED) };
  const records = await readRecords("cloudtrail", [record]);
  const nothingElse = { complete: null, checkpoint: null, notice: null, startedMs: START, readAtMs: START };
  await store.appendPage({ sourceId, records, ...nothingElse });
}

describe("the store's answers, beside the same questions asked of a list", { timeout: PATIENCE_MS }, () => {
  let all: TracedAttempt[];
  let folder: string;
  let store: EventStore;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-store-"));
    store = await openEventStore({ path: join(folder, "events.duckdb") });
    all = await traceAll(DRAWN);
    const hours = Array.from({ length: HOURS }, (_, i) => START + i * HOUR);
    // Newest first, and some of them twice, as ingest does.
    for (const from of [...hours.toReversed(), ...hours.filter((_, i) => i % 9 === 0)]) {
      const keep = { from, to: from + HOUR };
      const attempts = DRAWN.filter(({ timeMs }) => timeMs >= from && timeMs < keep.to);
      await store.deriveStretch(keep, keep, () => ({ attempts, unclaimed: [] }));
      if (from === START + 40 * HOUR) await traceOrigins(store);
    }
    await traceOrigins(store);
    await appendEvent(store);
    await traceOrigins(store);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const matchesOf = (filter: AttemptFilter) =>
    all.filter((a) => matches(a, filter)).toSorted((a, b) => b.timeMs - a.timeMs || (a.id < b.id ? 1 : -1));
  const totalsOf = (some: readonly TracedAttempt[]) => {
    const granted = some.filter(({ decision }) => decision === "granted").length;
    const distinct = (read: (a: Attempt) => unknown) =>
      new Set(some.filter((a) => a.caller !== null).map((a) => JSON.stringify(read(a)))).size;
    const callers = distinct((a) => a.caller?.canonicalArn);
    const sessions = distinct((a) => [a.caller?.arn, a.caller?.accessKeyId]);
    const persons = some.filter((a) => a.class === "person").flatMap(VALUES.origin);
    return { granted, denied: some.length - granted, callers, people: new Set(persons).size, sessions };
  };
  const forAnyFilter = (check: (filter: AttemptFilter) => Promise<void>) =>
    fc.assert(fc.asyncProperty(aFilter, check), { numRuns: RUNS, seed: 11 });

  it("pages through every match once, newest first, whole as it was given", () =>
    forAnyFilter(async (filter) => {
      const expected = matchesOf(filter);
      const found: TracedAttempt[] = [];
      let cursor: string | null = null;
      do {
        const page = await store.search({ filter, cursor, limit: 60 });
        expect(page.total).toBe(expected.length);
        expect(page.position).toBe(found.length);
        found.push(...page.rows);
        cursor = page.next;
      } while (cursor !== null);
      expect(found).toEqual(expected);
    }));

  it("gives the rows at a position, and the position of a time", () =>
    fc.assert(
      fc.asyncProperty(aFilter, fc.nat(420), fc.nat(HOURS * 60), async (filter, position, minute) => {
        const expected = matchesOf(filter);
        const page = await store.search({ filter, cursor: null, position, limit: 7 });
        expect(page.rows).toEqual(expected.slice(position, position + 7));
        expect(page.position).toBe(Math.min(position, expected.length));
        expect(page.range).toEqual(filter.range);
        expect(page.next === null).toBe(position + 7 >= expected.length);
        const atMs = START + minute * 60_000;
        const later = expected.filter(({ timeMs }) => timeMs > atMs).length;
        const at = await store.search({ filter, cursor: null, atMs, limit: 2 });
        expect(at.position).toBe(later);
        expect(at.rows).toEqual(expected.slice(later, later + 2));
      }),
      { numRuns: RUNS, seed: 12 },
    ));

  it("counts in all, and each facet without its own filter, the most frequent first", () =>
    forAnyFilter(async (filter) => {
      const { facets, folded, totals } = await store.countFacets(filter, FEW);
      expect(totals).toEqual(totalsOf(matchesOf(filter)));
      const where = filter.where?.filter(({ key }) => key !== "class") ?? [];
      const shown = { ...filter, noise: "show", class: [], where } as const;
      const countOf = (name: string) =>
        all.filter((a) => isFolded(a) && a.class === name && matches(a, shown)).length;
      expect(folded).toEqual({ node: countOf("node"), aws: countOf("aws") });
      for (const name of FACET_NAMES) {
        const counts = new Map<string, number>();
        for (const a of all.filter((one) => matches(one, filter, name)))
          for (const value of VALUES[name](a)) counts.set(value, (counts.get(value) ?? 0) + 1);
        const top = [...counts.values()].toSorted((a, b) => b - a).slice(0, FEW);
        expect(facets[name].distinct).toBe(counts.size);
        expect(facets[name].values.map(({ count }) => count)).toEqual(top);
        for (const { value, count } of facets[name].values) expect(counts.get(value)).toBe(count);
      }
    }));

  it.each([
    ["minutes", 17 * 60_000],
    ["hours", 5 * HOUR],
    ["days", 24 * HOUR],
  ])("counts over time by %s", (_, bucketMs) =>
    forAnyFilter(async (filter) => {
      const expected = matchesOf(filter);
      const unit = bucketMs % HOUR === 0 ? Math.min(bucketMs, 24 * HOUR) : 1;
      const startMs = Math.floor(filter.range.from / unit) * unit;
      const buckets = await store.countByTime(filter, { startMs, bucketMs });
      expect(buckets.reduce((sum, one) => sum + one.granted + one.denied, 0)).toBe(expected.length);
      for (const { startMs: from, granted, denied } of buckets) {
        const within = expected.filter(({ timeMs }) => timeMs >= from && timeMs < from + bucketMs);
        expect(granted + denied).toBe(within.length);
        expect(granted).toBe(within.filter(({ decision }) => decision === "granted").length);
      }
    }),
  );
});
