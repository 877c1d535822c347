import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource, SourcePage, SourceRecord } from "@/lib/ports/event-source";

/** A record, and when the source begins to show it. */
export interface DelayedRecord extends SourceRecord {
  readonly eventId: string;
  readonly deliveredMs: number;
}

export interface DelayedSourceOptions {
  readonly clock: Clock;
  readonly records: readonly DelayedRecord[];
  readonly pageSize: number;
  readonly pollMs: number;
  /** What an answer takes on its way; it tells what was there when it was asked. */
  readonly latencyMs?: number;
  /** Asked before each page: throws, or says that the page is to come empty, with a token. */
  readonly fault?: () => "empty" | "twice" | null;
}

/** Our own port over a list, newest first, as AWS pages it: what is delivered meanwhile shows on later pages only. */
export function createDelayedSource(options: DelayedSourceOptions): EventSource {
  return {
    descriptor: {
      id: "authenticator-log/111122223333/eu-west-1/prod",
      kind: "authenticator-log",
      label: "prod · authenticator log",
      cluster: "prod",
      accountId: "111122223333",
      region: "eu-west-1",
      group: "/aws/eks/prod/cluster",
    },
    oldestMs: () => null,
    pollMs: options.pollMs,
    async read(range, cursor) {
      const page = readPage(options, range, cursor);
      if (options.latencyMs !== undefined) await options.clock.sleep(options.latencyMs);
      return page;
    },
  };
}

function readPage(options: DelayedSourceOptions, range: TimeRange, cursor: string | null): SourcePage {
  const { clock, records, pageSize, fault = () => null } = options;
  const what = fault();
  const after = cursor === null ? null : (JSON.parse(cursor) as [number, string]);
  if (what === "empty")
    return { records: [], cursor: cursor ?? JSON.stringify([range.to, ""]), complete: null };
  const left = records
    .filter(({ timeMs }) => timeMs >= range.from && timeMs < range.to)
    .filter(({ deliveredMs }) => deliveredMs <= clock.now())
    .filter((record) => after === null || compare(record, after) > 0)
    .sort((a, b) => compare(a, [b.timeMs, b.eventId]));
  const page = left.slice(0, pageSize);
  const last = page.at(-1);
  const sent = what === "twice" ? [...page, ...page].reverse() : page;
  if (left.length <= pageSize || last === undefined) return { records: sent, cursor: null, complete: range };
  const complete = last.timeMs + 1 < range.to ? { from: last.timeMs + 1, to: range.to } : null;
  return { records: sent, cursor: JSON.stringify([last.timeMs, last.eventId]), complete };
}

/** Positive: behind the mark, where the newest come first. */
function compare(record: DelayedRecord, [timeMs, eventId]: readonly [number, string]): number {
  return timeMs - record.timeMs || (record.eventId < eventId ? 1 : record.eventId > eventId ? -1 : 0);
}
