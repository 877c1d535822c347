import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AttemptOrigin, kindOf, type TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import { importRecords } from "@/lib/ingest/import-records";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { createWorld } from "@/lib/sandbox/world/world";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { readTraced } from "./score/read-told";
import { tellPlainly } from "./score/tell-plainly";
import type { ToldPage } from "./score/told-page";
import { createVirtualClock } from "./virtual-clock";

const HOUR = 3_600_000;
const MORNING = Date.UTC(2026, 10, 17, 8);
const RANGE = { from: MORNING, to: MORNING + 2 * HOUR };
const NOW = MORNING + 48 * HOUR;
const RUNS = 6;
const PAGES_A_SOURCE = 3;
const PATIENCE_MS = 300_000;
/** No more can be asked at once. */
const AT_ONCE = 500;

const PAGES = tellPlainly(createWorld(1), RANGE).flatMap(inPages);

/** In which order the pages come, and after which of them the attempts are derived and traced. */
const anArrival = fc.record({
  order: fc.shuffledSubarray([...PAGES.keys()], { minLength: PAGES.length }),
  passes: fc.subarray([...PAGES.keys()], { maxLength: 4 }),
});

test(
  "origins are rows as a walk of today would give them, in whatever order pages come",
  () => fc.assert(fc.asyncProperty(anArrival, checkRows), { numRuns: RUNS, seed: 18 }),
  PATIENCE_MS,
);

type Arrival = typeof anArrival extends fc.Arbitrary<infer T> ? T : never;

let told: readonly unknown[] | null = null;

async function checkRows(arrival: Arrival): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "gatebook-origin-rows-"));
  const store = await openEventStore({ path: join(folder, "events.duckdb"), threads: 1 });
  try {
    await read(store, arrival);
    const attempts = await readTraced(store, RANGE);
    const rows = attempts.map((row) => ({ id: row.id, origin: row.origin, kind: kindOf(row) }));
    const walked = await walk(store, attempts);
    expect(rows).toEqual(walked.map(({ id, origin }) => ({ id, origin, kind: origin.kind })));
    expect(new Set(walked.map(({ origin }) => origin.kind)).size).toBeGreaterThan(3);
    // And so they do not depend on the order.
    told ??= rows;
    expect(rows).toEqual(told);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function read(store: EventStore, { order, passes }: Arrival): Promise<void> {
  const deriver = createDeriver(store);
  for (const place of order) {
    const { source, records } = PAGES[place] as ToldPage;
    await importRecords(store, source, records, NOW);
    if (passes.includes(place)) await deriver.settled();
  }
  await deriver.settled();
  await deriver.stop();
}

async function walk(store: EventStore, attempts: readonly TracedAttempt[]) {
  const about = { version: "0", sample: false, startedMs: 0 };
  const ask = createInvestigations({ store, clock: createVirtualClock(NOW), about });
  const walked: { id: string; origin: AttemptOrigin }[] = [];
  for (let from = 0; from < attempts.length; from += AT_ONCE) {
    const ids = attempts.slice(from, from + AT_ONCE).map(({ id }) => id);
    const chains = await ask.traceChains(LOCAL_VIEWER, { ids, range: RANGE });
    walked.push(...chains.map(({ attemptId: id, origin, end }) => ({ id, origin: { ...origin, end } })));
  }
  return walked;
}

function inPages(page: ToldPage): ToldPage[] {
  const length = Math.ceil(page.records.length / PAGES_A_SOURCE);
  return Array.from({ length: PAGES_A_SOURCE }, (_, n) => ({
    ...page,
    records: page.records.slice(n * length, (n + 1) * length),
  })).filter(({ records }) => records.length > 0);
}
