import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import { type EventSource, SourceError } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { readRecords } from "./read-records";

const OVERLAP_MS = 30 * 60_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;
const POLL_MS = { "authenticator-log": 15_000, "audit-log": 60_000, cloudtrail: 60_000 } as const;

export interface ReadingContext {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly lookbackMs: number;
  readonly signal: AbortSignal;
  /** After each stored page. */
  readonly onPage: () => void;
  /** Once, when all that was asked for first is read, or cannot be read now. */
  readonly onCaughtUp: () => void;
}

/**
 * Reads one source until the signal: what is missing of the look-back, newest first, then what comes. Each poll reads
 * the last half hour again, since records arrive late. A failure is kept in the coverage and tried again.
 */
export async function readSource(source: EventSource, context: ReadingContext): Promise<void> {
  let failures = 0;
  while (!context.signal.aborted) {
    try {
      await backfill(source, context);
      context.onCaughtUp();
      failures = 0;
      await follow(source, context);
    } catch (error) {
      if (context.signal.aborted) return;
      if (!(error instanceof SourceError)) throw error;
      await context.store.setSourceState(source.descriptor.id, "failed", error.problem);
      context.onCaughtUp();
      await pause(context, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures++));
    }
  }
}

async function backfill(source: EventSource, context: ReadingContext): Promise<void> {
  const now = context.clock.now();
  const oldest = source.oldestMs(now) ?? 0;
  const asked = { from: Math.max(oldest, now - context.lookbackMs), to: now };
  const standing = await context.store.openSource(source.descriptor, asked, "reading");
  const { checkpoint } = standing;
  if (checkpoint !== null) await readRange(source, checkpoint.range, checkpoint.cursor, context);
  const { read } = await context.store.openSource(source.descriptor, asked, "reading");
  for (const gap of subtractRanges(asked, read).reverse()) await readRange(source, gap, null, context);
}

async function follow(source: EventSource, context: ReadingContext): Promise<void> {
  const { id, kind } = source.descriptor;
  await context.store.setSourceState(id, "following", null);
  let readTo = context.clock.now();
  while (!context.signal.aborted) {
    await pause(context, POLL_MS[kind]);
    if (context.signal.aborted) return;
    const now = context.clock.now();
    await readRange(source, { from: readTo - OVERLAP_MS, to: now }, null, context);
    readTo = now;
  }
}

async function readRange(
  source: EventSource,
  range: TimeRange,
  from: string | null,
  context: ReadingContext,
): Promise<void> {
  const { id, kind } = source.descriptor;
  let cursor = from;
  do {
    const page = await source.read(range, cursor, context.signal);
    const records = await readRecords(kind, page.records);
    cursor = page.cursor;
    const checkpoint = cursor === null ? null : { range, cursor };
    const readAtMs = context.clock.now();
    await context.store.appendPage({ sourceId: id, records, complete: page.complete, checkpoint, readAtMs });
    if (records.length > 0) context.onPage();
  } while (cursor !== null && !context.signal.aborted);
}

async function pause(context: ReadingContext, ms: number): Promise<void> {
  try {
    await context.clock.sleep(ms, context.signal);
  } catch (error) {
    if (!context.signal.aborted) throw error;
  }
}
