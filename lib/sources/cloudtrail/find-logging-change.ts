import { type CloudTrailClient, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import { booleanOf, isObject, objectOf, textOf } from "@/lib/domain/parse/json-fields";
import { parseJson } from "@/lib/domain/parse/parse-json";
import type { RequestBudget } from "@/lib/ports/request-budget";

const DEPTH_MS = 89 * 86_400_000;
const MOST_PAGES = 10;

/** Somebody switched a cluster's authenticator log on or off. */
export interface LoggingChange {
  readonly timeMs: number;
  readonly on: boolean;
  /** The session's or user's name, as the record has it; chosen by whoever took the role. */
  readonly by: string | null;
}

export interface LoggingChangeSearch {
  readonly client: CloudTrailClient;
  /** Of LookupEvents in the cluster's account and Region. */
  readonly budget: RequestBudget;
  readonly cluster: string;
  readonly nowMs: number;
}

/**
 * The latest change of the authenticator log by UpdateClusterConfig within CloudTrail's 90 days; null = there was none,
 * or it cannot be found. Throws what AWS answers. Source: facts, AWS §4.8.
 */
export async function findLoggingChange(
  { client, budget, cluster, nowMs }: LoggingChangeSearch,
  signal: AbortSignal,
): Promise<LoggingChange | null> {
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const command = new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: "UpdateClusterConfig" }],
      StartTime: new Date(nowMs - DEPTH_MS),
      EndTime: new Date(nowMs),
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const ask = () => client.send(command, { abortSignal: signal });
    const { Events = [], NextToken } = await budget.send(ask, { signal, urgency: "interactive" });
    for (const { CloudTrailEvent = "", Username } of Events) {
      const change = readChange(CloudTrailEvent, cluster);
      if (change !== null) return { ...change, by: Username ?? null };
    }
    if (NextToken === undefined || NextToken === token) return null;
    token = NextToken;
  }
  return null;
}

function readChange(text: string, cluster: string): Omit<LoggingChange, "by"> | null {
  const reading = readCloudTrailRecord(text);
  const json = parseJson(text);
  if (!reading.ok || reading.record.errorCode !== null || !json.ok) return null;
  const request = objectOf(objectOf(json.value).requestParameters);
  if ((textOf(request.name) ?? textOf(request.clusterName)) !== cluster) return null;
  const settings = objectOf(request.logging).clusterLogging;
  for (const setting of Array.isArray(settings) ? settings : []) {
    const on = isObject(setting) && namesAuthenticator(setting.types) ? booleanOf(setting.enabled) : null;
    if (on !== null) return { timeMs: reading.record.timeMs, on };
  }
  return null;
}

function namesAuthenticator(types: unknown): boolean {
  return Array.isArray(types) && types.includes("authenticator");
}
