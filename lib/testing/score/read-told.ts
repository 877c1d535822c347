import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import { importRecords } from "@/lib/ingest/import-records";
import type { EventStore } from "@/lib/ports/event-store";
import type { ToldPage } from "./told-page";

const PAGE = 500;

/**
 * Stores what is told, derives the attempts and traces their origins; then the same with what came late. It knows nothing
 * of the truth.
 */
export async function readTold(store: EventStore, pages: Iterable<ToldPage>, nowMs: number): Promise<void> {
  const late: ToldPage[] = [];
  for (const page of pages) {
    if (page.isLate) late.push(page);
    else await importRecords(store, page.source, page.records, nowMs);
  }
  const deriver = createDeriver(store);
  await deriver.settled();
  for (const page of late) await importRecords(store, page.source, page.records, nowMs);
  await deriver.settled();
  await deriver.stop();
}

/** All attempts there are, machines' too, newest first. */
export async function readTraced(store: EventStore, range: TimeRange): Promise<TracedAttempt[]> {
  const filter = { ...NO_FACETS, range, text: "", noise: "show" } as const;
  const attempts: TracedAttempt[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.search({ filter, cursor, limit: PAGE });
    attempts.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return attempts;
}
