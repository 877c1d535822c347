import {
  type CloudWatchLogsClient,
  FilterLogEventsCommand,
  type FilterLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import { type EventSource, SourceError, type SourcePage, type SourceRecord } from "@/lib/ports/event-source";
import { createPacer } from "../aws/pacer";
import { nextCursor, type PageCursor, readCursor, withoutToken, writeCursor } from "../aws/page-cursor";
import { retryWhenThrottled } from "../aws/retry-when-throttled";
import { toSourceError } from "../aws/to-source-problem";

/** FilterLogEvents goes newest first only from here on (facts: AWS §2.2). */
const NEWEST_FIRST_SINCE = Date.UTC(2024, 0, 1);
/** 5 a second is the smallest quota of any Region; half of it is left to others. */
const INTERVAL_MS = 400;
const POLL_MS = 15_000;

export interface AuthenticatorLogOptions {
  readonly client: CloudWatchLogsClient;
  readonly clock: Clock;
  readonly cluster: string;
  readonly accountId: string;
  readonly region: string;
  /** What EKS says of the log type; false explains an empty log. */
  readonly logTypeOn: boolean;
}

/** The `authenticator-…` streams of `/aws/eks/<cluster>/cluster`, newest first. */
export function createAuthenticatorLogSource(options: AuthenticatorLogOptions): EventSource {
  const { clock, cluster, accountId, region } = options;
  const pacer = createPacer(clock, INTERVAL_MS);
  const group = `/aws/eks/${cluster}/cluster`;
  const tried = { what: `the authenticator log of ${cluster}`, region, action: "logs:FilterLogEvents" };
  return {
    descriptor: {
      id: `authenticator-log/${accountId}/${region}/${cluster}`,
      kind: "authenticator-log",
      label: `${cluster} · authenticator log`,
      cluster,
      accountId,
      region,
      group,
    },
    pollMs: POLL_MS,
    oldestMs: () => NEWEST_FIRST_SINCE,
    async read(range, cursorText, signal) {
      const send = (cursor: PageCursor) =>
        retryWhenThrottled(
          () => options.client.send(createRequest(group, range, cursor), { abortSignal: signal }),
          { clock, pacer, signal },
        );
      try {
        const cursor = readCursor(cursorText, range);
        const page = toPage(range, cursor, await send(cursor).catch(recoverFrom(cursor, send)));
        if (!options.logTypeOn && cursorText === null && page.cursor === null && page.records.length === 0) {
          throw new SourceError(logTypeOff(cluster, region));
        }
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

function logTypeOff(cluster: string, region: string) {
  return {
    code: "log-type-off" as const,
    message: `The authenticator log of ${cluster} is switched off, and nothing of it is stored.`,
    remedy: "Switch it on; what it writes from then on can be read:",
    command: `aws eks update-cluster-config --region ${region} --name ${cluster} --logging '{"clusterLogging":[{"types":["authenticator"],"enabled":true}]}'`,
    permission: null,
  };
}
