import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { Derived } from "@/lib/domain/correlate/correlate";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Dimensions } from "../attempts/dimensions";
import { readAttempts } from "../attempts/read-attempts";
import { writeUnclaimedTokens } from "../deriving/unclaimed-tokens";
import { writeAttempts } from "../attempts/write-attempts";
import type { Writer } from "../writer";

/**
 * Replaces what is derived of whole hours. Where their records are forgotten, what was derived from them stays as it is,
 * and only attempts not known yet are added: they come from records that arrived since.
 */
export async function writeDerived(
  writer: Writer,
  dimensions: Dimensions,
  hours: TimeRange,
  { attempts, unclaimed }: Derived,
): Promise<void> {
  const areSomeForgotten = await isForgotten(writer, hours);
  for (const part of areSomeForgotten ? hoursOf(hours) : [hours]) {
    const own = attempts.filter(isWithin(part));
    if (areSomeForgotten && (await isForgotten(writer, part))) await addNew(writer, dimensions, part, own);
    else {
      await writeAttempts(writer, dimensions, part, own);
      await writeUnclaimedTokens(writer, part, unclaimed.filter(isWithin(part)));
    }
  }
}

function hoursOf({ from, to }: TimeRange): TimeRange[] {
  return Array.from({ length: (to - from) / HOUR_MS }, (_, i) => ({
    from: from + i * HOUR_MS,
    to: from + (i + 1) * HOUR_MS,
  }));
}

async function addNew(
  writer: Writer,
  dimensions: Dimensions,
  hour: TimeRange,
  attempts: readonly Attempt[],
): Promise<void> {
  const kept = await keptAttempts(writer, hour);
  const known = new Set(kept.map(({ id }) => id));
  const added = attempts.filter(({ id }) => !known.has(id));
  await writeAttempts(writer, dimensions, hour, [...kept, ...added]);
}

function isWithin({ from, to }: TimeRange) {
  return ({ timeMs }: { readonly timeMs: number }) => timeMs >= from && timeMs < to;
}

async function isForgotten(writer: Writer, { from, to }: TimeRange): Promise<boolean> {
  const found = await writer.rows(
    "SELECT 1 FROM forgotten_hour WHERE hour_ms >= $from AND hour_ms < $to LIMIT 1",
    { from, to },
  );
  return found.length > 0;
}

async function keptAttempts(writer: Writer, { from, to }: TimeRange): Promise<Attempt[]> {
  const rows = await writer.rows(
    "SELECT * FROM attempt WHERE time_ms >= $from AND time_ms < $to ORDER BY time_ms, id",
    { from, to },
  );
  return readAttempts(writer, rows);
}
