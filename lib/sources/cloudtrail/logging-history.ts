import {
  type CloudTrailClient,
  LookupEventsCommand,
  type LookupEventsCommandOutput,
} from "@aws-sdk/client-cloudtrail";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import { booleanOf, isObject, objectOf, textOf } from "@/lib/domain/parse/json-fields";
import { parseJson } from "@/lib/domain/parse/parse-json";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { Clock } from "@/lib/ports/clock";
import type { RequestBudget } from "@/lib/ports/request-budget";
import { toSourceError } from "../aws/to-source-problem";

/** CloudTrail's event history tells so much of the past. */
export const HISTORY_MS = 89 * DAY_MS;
const MOST_PAGES = 10;
const FRESH_MS = 2 * 60_000;

/** Somebody switched log types of a cluster on or off. */
export interface LoggingChange {
  readonly timeMs: number;
  readonly cluster: string;
  /** null = as before. */
  readonly authenticator: boolean | null;
  readonly audit: boolean | null;
  /** The session's or user's name, as the record has it; chosen by whoever took the role. */
  readonly by: string | null;
}

/** Who switched the log types of a Region's clusters. */
export interface LoggingHistory {
  /** Newest first. Throws SourceError. */
  changesOf(cluster: string, signal: AbortSignal): Promise<readonly LoggingChange[]>;
}

export interface LoggingHistoryOptions {
  readonly client: CloudTrailClient;
  /** Of LookupEvents in the account and Region. */
  readonly budget: RequestBudget;
  readonly region: string;
  readonly clock: Clock;
}

interface Asked {
  readonly atMs: number;
  readonly signal: AbortSignal;
  readonly changes: Promise<readonly LoggingChange[]>;
}

/** UpdateClusterConfig of the last 90 days, asked for once for all clusters. Source: facts, AWS §4.8. */
export function createLoggingHistory(options: LoggingHistoryOptions): LoggingHistory {
  const { clock, region } = options;
  let last: Asked | null = null;
  const ask = (signal: AbortSignal): Asked => {
    if (last !== null && clock.now() - last.atMs <= FRESH_MS) return last;
    last = { atMs: clock.now(), signal, changes: findChanges(options, signal) };
    return last;
  };
  const find = async (signal: AbortSignal): Promise<readonly LoggingChange[]> => {
    const asked = ask(signal);
    try {
      return await asked.changes;
    } catch (error) {
      if (last === asked) last = null;
      signal.throwIfAborted();
      // Whoever asked first has given up.
      if (asked.signal.aborted) return find(signal);
      const what = `who switched logs on and off in ${region}`;
      throw toSourceError(error, { what, region, action: "cloudtrail:LookupEvents" });
    }
  };
  return {
    changesOf: async (cluster, signal) => (await find(signal)).filter((change) => change.cluster === cluster),
  };
}

async function findChanges(
  { client, budget, clock }: LoggingHistoryOptions,
  signal: AbortSignal,
): Promise<LoggingChange[]> {
  const now = clock.now();
  const changes: LoggingChange[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const command = new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "UpdateClusterConfig" }],
      StartTime: new Date(now - HISTORY_MS),
      EndTime: new Date(now),
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const ask = () => client.send(command, { abortSignal: signal });
    const answer: LookupEventsCommandOutput = await budget.send(ask, { signal, urgency: "interactive" });
    for (const { CloudTrailEvent = "", Username = null } of answer.Events ?? [])
      changes.push(...readChange(CloudTrailEvent, Username));
    if (answer.NextToken === undefined || answer.NextToken === token) return changes;
    token = answer.NextToken;
  }
  return changes;
}

function readChange(text: string, by: string | null): LoggingChange[] {
  const reading = readCloudTrailRecord(text);
  const json = parseJson(text);
  if (!reading.ok || reading.record.errorCode !== null || !json.ok) return [];
  const request = objectOf(objectOf(json.value).requestParameters);
  const cluster = textOf(request.name) ?? textOf(request.clusterName);
  const { clusterLogging } = objectOf(request.logging);
  const settings = Array.isArray(clusterLogging) ? clusterLogging : [];
  const [authenticator, audit] = [settingOf(settings, "authenticator"), settingOf(settings, "audit")];
  if (cluster === null || (authenticator === null && audit === null)) return [];
  return [{ timeMs: reading.record.timeMs, cluster, authenticator, audit, by }];
}

/** null = the request leaves it as it is. */
function settingOf(settings: readonly unknown[], type: string): boolean | null {
  for (const setting of settings)
    if (isObject(setting) && Array.isArray(setting.types) && setting.types.includes(type))
      return booleanOf(setting.enabled);
  return null;
}
