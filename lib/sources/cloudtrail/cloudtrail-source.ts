import type { CloudTrailClient, LookupEventsCommandOutput } from "@aws-sdk/client-cloudtrail";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { EventSource, SourcePage } from "@/lib/ports/event-source";
import type { RequestBudget } from "@/lib/ports/request-budget";
import { nextCursor, type PageCursor, readCursor, withoutToken, writeCursor } from "../aws/page-cursor";
import { toSourceError } from "../aws/to-source-problem";
import { type LookupWish, recordsOf, requestPage } from "./lookup-page";

const DAY_MS = 86_400_000;
/** LookupEvents reaches back 90 days (facts: AWS §1.1). */
const DEPTH_DAYS = 90;
const DEPTH_MS = DEPTH_DAYS * DAY_MS;
/** A trail that works has everything after a few minutes; a record of it may be older by as much than the newest. */
const BESIDE_TRAIL_MS = 3 * 60 * 60_000;
const UNORDERED_MS = 30 * 60_000;
const POLL_MS = 60_000;

export interface CloudTrailOptions {
  readonly client: CloudTrailClient;
  /** Of LookupEvents in this account and Region. */
  readonly budget: RequestBudget;
  readonly accountId: string;
  readonly region: string;
  /**
   * Up to when a trail that is read holds the same; null = none does. The event history tells what the trail has not got
   * yet, or has not got any more since it was stopped.
   */
  readonly heldElsewhereTo: (nowMs: EpochMs) => EpochMs | null;
}

/** The STS events of one account and Region, newest first. */
export function createCloudTrailSource({
  client,
  budget,
  accountId,
  region,
  heldElsewhereTo,
}: CloudTrailOptions): EventSource {
  const stream = `${accountId}/${region}`;
  const tried = {
    what: `CloudTrail of ${accountId} in ${region}`,
    region,
    action: "cloudtrail:LookupEvents",
  };
  return {
    descriptor: {
      id: `cloudtrail/${stream}`,
      kind: "cloudtrail",
      label: `${accountId} ${region} · CloudTrail`,
      cluster: null,
      accountId,
      region,
      group: "cloudtrail",
    },
    pollMs: POLL_MS,
    isSlowed: budget.isSlowed,
    kept: () => ({ days: DEPTH_DAYS }),
    oldestMs(nowMs) {
      const heldTo = heldElsewhereTo(nowMs) ?? 0;
      return Math.max(nowMs - DEPTH_MS + 60_000, Math.min(nowMs - BESIDE_TRAIL_MS, heldTo - UNORDERED_MS));
    },
    async read(range, cursorText, signal) {
      const send = (cursor: PageCursor) =>
        budget.send(() => requestPage(client, wishFor(range, cursor), signal), { signal });
      try {
        const cursor = readCursor(cursorText, range);
        return toPage(stream, range, cursor, await send(cursor).catch(recoverFrom(cursor, send)));
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, tried);
      }
    },
  };
}

function wishFor({ from }: TimeRange, { to, token }: PageCursor): LookupWish {
  return { key: "EventSource", value: "sts.amazonaws.com", range: { from, to }, token };
}

/** A token that AWS no longer takes is dropped; the stretch since the last complete point is read again. */
function recoverFrom(cursor: PageCursor, send: (cursor: PageCursor) => Promise<LookupEventsCommandOutput>) {
  return (error: unknown) => {
    if (cursor.token === null || (error as Error).name !== "InvalidNextTokenException") throw error;
    return send(withoutToken(cursor));
  };
}

function toPage(
  stream: string,
  range: TimeRange,
  cursor: PageCursor,
  output: LookupEventsCommandOutput,
): SourcePage {
  const records = recordsOf(output, stream);
  if (output.NextToken === undefined)
    return { records, cursor: null, complete: { from: range.from, to: range.to } };
  // Times have whole seconds: those of the oldest second may go on on the next page.
  const oldest = records.reduce((min, { timeMs }) => Math.min(min, timeMs + 1000), cursor.readDownTo);
  const complete = oldest < range.to ? { from: oldest, to: range.to } : null;
  return { records, complete, cursor: writeCursor(nextCursor(cursor, output.NextToken, oldest)) };
}
