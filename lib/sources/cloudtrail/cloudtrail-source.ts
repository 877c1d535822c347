import type { CloudTrailClient, LookupEventsCommandOutput } from "@aws-sdk/client-cloudtrail";
import { DAY_MS, HOUR_MS } from "@/lib/domain/time/durations";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { EventSource, SourcePage, SourceRecord } from "@/lib/ports/event-source";
import type { RequestBudget } from "@/lib/ports/request-budget";
import { firstCursor, nextCursor, type PageCursor, withoutToken } from "../aws/page-cursor";
import { toSourceError } from "../aws/to-source-problem";
import type { HistoryScan } from "./history-scan";
import { recordsOf, requestPage } from "./lookup-page";
import { readScanCursor, type ScanCursor, writeScanCursor } from "./scan-cursor";

/** LookupEvents reaches back 90 days (facts: AWS §1.1). */
const DEPTH_DAYS = 90;
const DEPTH_MS = DEPTH_DAYS * DAY_MS;
/** A trail that works has everything after a few minutes; a record of it may be older by as much than the newest. */
const BESIDE_TRAIL_MS = 3 * HOUR_MS;
const UNORDERED_MS = 30 * 60_000;

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
  readonly scan: HistoryScan;
}

/** Some events of one account and Region, newest first. */
export function createCloudTrailSource(options: CloudTrailOptions): EventSource {
  const { client, budget, accountId, region, heldElsewhereTo, scan } = options;
  const { kind, questions, urgency } = scan;
  const stream = `${accountId}/${region}`;
  const tried = {
    what: `CloudTrail of ${accountId} in ${region}`,
    region,
    action: "cloudtrail:LookupEvents",
  };
  return {
    descriptor: {
      id: `cloudtrail/${stream}${scan.idEnd}`,
      kind,
      label: `${accountId} ${region} · CloudTrail${scan.labelEnd}`,
      cluster: null,
      accountId,
      region,
      group: "cloudtrail",
    },
    pollMs: scan.pollMs,
    isSlowed: budget.isSlowed,
    kept: () => ({ days: DEPTH_DAYS }),
    oldestMs(nowMs) {
      const heldTo = heldElsewhereTo(nowMs) ?? 0;
      return Math.max(nowMs - DEPTH_MS + 60_000, Math.min(nowMs - BESIDE_TRAIL_MS, heldTo - UNORDERED_MS));
    },
    async read(range, cursorText, signal) {
      const readOne = async (at: ScanCursor): Promise<SourcePage> => {
        const asked = questions[at.question] ?? questions[0];
        const send = ({ to, token }: PageCursor) => {
          const wish = { ...asked, range: { from: range.from, to }, token };
          return budget.send(() => requestPage(client, wish, signal), { signal, urgency });
        };
        const output = await send(at.page).catch(recoverFrom(at.page, send));
        const isLast = at.question === questions.length - 1;
        const records = recordsOf(output, stream);
        return { records, ...whereNext({ range, at, isLast, records }, output.NextToken) };
      };
      try {
        return await readQuestions(readScanCursor(cursorText, range, questions.length), range, readOne);
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, tried);
      }
    },
  };
}

/**
 * One page, of as many questions as end within it: most have little to tell, and a page is a transaction. What fails after
 * the first question is left to the next page.
 */
async function readQuestions(
  first: ScanCursor,
  range: TimeRange,
  readOne: (at: ScanCursor) => Promise<SourcePage>,
): Promise<SourcePage> {
  let page = await readOne(first);
  for (let before = first; page.cursor !== null; ) {
    const at = readScanCursor(page.cursor, range, Number.POSITIVE_INFINITY);
    if (at.question === before.question) return page;
    before = at;
    const next = await readOne(at).catch(() => null);
    if (next === null) return page;
    page = { ...next, records: [...page.records, ...next.records] };
  }
  return page;
}

/** A token that AWS no longer takes is dropped; the stretch since the last complete point is read again. */
function recoverFrom(cursor: PageCursor, send: (cursor: PageCursor) => Promise<LookupEventsCommandOutput>) {
  return (error: unknown) => {
    if (cursor.token === null || (error as Error).name !== "InvalidNextTokenException") throw error;
    return send(withoutToken(cursor));
  };
}

interface PageRead {
  readonly range: TimeRange;
  readonly at: ScanCursor;
  /** Of the questions: what it has told, all of them have. */
  readonly isLast: boolean;
  readonly records: readonly SourceRecord[];
}

function whereNext(
  { range, at, isLast, records }: PageRead,
  token: string | undefined,
): Pick<SourcePage, "cursor" | "complete"> {
  const { question, page } = at;
  if (token === undefined) {
    const next = { question: question + 1, page: firstCursor(range) };
    return isLast ? { cursor: null, complete: range } : { cursor: writeScanCursor(next), complete: null };
  }
  // Times have whole seconds: those of the oldest second may go on on the next page.
  const oldest = records.reduce((min, { timeMs }) => Math.min(min, timeMs + 1000), page.readDownTo);
  const cursor = writeScanCursor({ question, page: nextCursor(page, token, oldest) });
  return { cursor, complete: isLast && oldest < range.to ? { from: oldest, to: range.to } : null };
}
