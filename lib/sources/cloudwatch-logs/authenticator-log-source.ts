import {
  type CloudWatchLogsClient,
  FilterLogEventsCommand,
  type FilterLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { type EventSource, SourceError, type SourcePage, type SourceRecord } from "@/lib/ports/event-source";
import type { RequestBudget } from "@/lib/ports/request-budget";
import { nextCursor, type PageCursor, readCursor, withoutToken, writeCursor } from "../aws/page-cursor";
import { toSourceError } from "../aws/to-source-problem";

/** FilterLogEvents goes newest first only from here on (facts: AWS §2.2). */
const NEWEST_FIRST_SINCE = Date.UTC(2024, 0, 1);
const POLL_MS = 15_000;

export interface AuthenticatorLogOptions {
  readonly client: CloudWatchLogsClient;
  /** Of FilterLogEvents in this account and Region. */
  readonly budget: RequestBudget;
  /** Its name in EKS. */
  readonly cluster: string;
  /** Its name on the screens. */
  readonly shownAs: string;
  readonly accountId: string;
  readonly region: string;
  /** What EKS says of the log type just now; false explains an empty log. null = it does not say. */
  readonly isLogTypeOn: (signal: AbortSignal) => Promise<boolean | null>;
}

/** The `authenticator-…` streams of `/aws/eks/<cluster>/cluster`, newest first. */
export function createAuthenticatorLogSource(options: AuthenticatorLogOptions): EventSource {
  const { client, budget, cluster, shownAs, accountId, region } = options;
  const group = `/aws/eks/${cluster}/cluster`;
  const tried = { what: `the authenticator log of ${shownAs}`, region, action: "logs:FilterLogEvents" };
  return {
    descriptor: {
      id: `authenticator-log/${accountId}/${region}/${cluster}`,
      kind: "authenticator-log",
      label: `${shownAs} · authenticator log`,
      cluster: shownAs,
      accountId,
      region,
      group,
    },
    pollMs: POLL_MS,
    isSlowed: budget.isSlowed,
    oldestMs: () => NEWEST_FIRST_SINCE,
    async read(range, cursorText, signal) {
      const send = (cursor: PageCursor) =>
        budget.send(() => client.send(createRequest(group, range, cursor), { abortSignal: signal }), {
          signal,
        });
      try {
        const cursor = readCursor(cursorText, range);
        const page = toPage(range, cursor, await send(cursor).catch(recoverFrom(cursor, send)));
        const isEmpty = page.records.length === 0 && cursor.readDownTo === range.to;
        if (isEmpty && page.cursor === null && (await options.isLogTypeOn(signal)) === false)
          throw new SourceError(logTypeOff(shownAs, cluster, region));
        return page;
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, tried);
      }
    },
  };
}

function createRequest(group: string, range: TimeRange, cursor: PageCursor): FilterLogEventsCommand {
  return new FilterLogEventsCommand({
    logGroupName: group,
    logStreamNamePrefix: "authenticator-",
    startTime: range.from,
    // AWS includes the end.
    endTime: cursor.to - 1,
    startFromHead: false,
    ...(cursor.token === null ? {} : { nextToken: cursor.token }),
  });
}

/** A token that AWS no longer takes is dropped; the stretch since the last complete point is read again. */
function recoverFrom(
  cursor: PageCursor,
  send: (cursor: PageCursor) => Promise<FilterLogEventsCommandOutput>,
) {
  return (error: unknown) => {
    const isLost = cursor.token !== null && (error as Error).name === "InvalidParameterException";
    if (!isLost) throw error;
    return send(withoutToken(cursor));
  };
}

function toPage(range: TimeRange, cursor: PageCursor, output: FilterLogEventsCommandOutput): SourcePage {
  const records: SourceRecord[] = (output.events ?? []).map((event) => ({
    stream: event.logStreamName ?? "",
    timeMs: event.timestamp ?? 0,
    text: event.message ?? "",
    eventId: event.eventId ?? null,
  }));
  if (output.nextToken === undefined)
    return { records, cursor: null, complete: { from: range.from, to: range.to } };
  // Events of the oldest millisecond may go on on the next page.
  const oldest = records.reduce((min, { timeMs }) => Math.min(min, timeMs + 1), cursor.readDownTo);
  const complete = oldest < range.to ? { from: oldest, to: range.to } : null;
  return { records, complete, cursor: writeCursor(nextCursor(cursor, output.nextToken, oldest)) };
}

function logTypeOff(shownAs: string, cluster: string, region: string) {
  return {
    code: "log-type-off" as const,
    message: `The authenticator log of ${shownAs} is switched off: nothing is written to it.`,
    remedy: "Switch it on; what it writes from then on can be read:",
    command: `aws eks update-cluster-config --region ${region} --name ${cluster} --logging '{"clusterLogging":[{"types":["authenticator"],"enabled":true}]}'`,
    permission: null,
  };
}
