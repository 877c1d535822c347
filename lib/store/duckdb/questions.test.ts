import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { type AttemptFilter, FACET_NAMES } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { EventStore } from "@/lib/ports/event-store";
import { aFilter, HOURS, START } from "@/lib/testing/draw-attempts";
import { type DrawnStore, openDrawnStore } from "@/lib/testing/drawn-store";
import { FACET_VALUES, isFolded, matchesFilter } from "@/lib/testing/matches-filter";

const HOUR = 3_600_000;
const RUNS = 100;
const FEW = 3;
/** For a busy machine. */
const PATIENCE_MS = 120_000;

describe("the store's answers, beside the same questions asked of a list", { timeout: PATIENCE_MS }, () => {
  let all: DrawnStore["all"];
  let drawn: DrawnStore;
  let store: EventStore;

  beforeAll(async () => {
    drawn = await openDrawnStore();
    ({ all, store } = drawn);
  });
  afterAll(() => drawn.close());

  const matchesOf = (filter: AttemptFilter) =>
    all
      .filter((a) => matchesFilter(a, filter))
      .toSorted((a, b) => b.timeMs - a.timeMs || (a.id < b.id ? 1 : -1));
  const totalsOf = (some: readonly TracedAttempt[]) => {
    const granted = some.filter(({ decision }) => decision === "granted").length;
    const distinct = (read: (a: Attempt) => unknown) =>
      new Set(some.filter((a) => a.caller !== null).map((a) => JSON.stringify(read(a)))).size;
    const callers = distinct((a) => a.caller?.canonicalArn);
    const sessions = distinct((a) => [a.caller?.arn, a.caller?.accessKeyId]);
    const persons = some.filter((a) => a.class === "person").flatMap(FACET_VALUES.origin);
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
        all.filter((a) => isFolded(a) && a.class === name && matchesFilter(a, shown)).length;
      expect(folded).toEqual({ node: countOf("node"), aws: countOf("aws") });
      for (const name of FACET_NAMES) {
        const counts = new Map<string, number>();
        for (const a of all.filter((one) => matchesFilter(one, filter, name)))
          for (const value of FACET_VALUES[name](a)) counts.set(value, (counts.get(value) ?? 0) + 1);
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
