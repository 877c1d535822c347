import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { readPageToken, writePageToken } from "../page-token";
import { readNumber, readText } from "../read-input";
import { type LogGroup, logGroupArn, logGroupsOf, retentionDaysOf } from "./log-group";

/** By name. `limit` 1 to 50, 50 by default; 10 requests a second (facts: AWS §2.2). */
export function describeLogGroups(call: Call): unknown {
  authorize(call, "logs:DescribeLogGroups", `${logGroupArn(call, "")}:log-stream:`);
  const limit = readLimit(call, 50);
  const prefix = readText(call.input, "logGroupNamePrefix");
  const pattern = readText(call.input, "logGroupNamePattern");
  if (prefix !== undefined && pattern !== undefined)
    throw new AwsError(
      "InvalidParameterException",
      "Specify either logGroupNamePrefix or logGroupNamePattern.",
    );
  const logClass = readText(call.input, "logGroupClass");
  const groups = logGroupsOf(call)
    .filter((group) => group.name.startsWith(prefix ?? ""))
    .filter((group) => group.name.toLowerCase().includes((pattern ?? "").toLowerCase()))
    .filter((group) => logClass === undefined || group.logClass === logClass);
  const page = pageByName(call, groups, { limit, nameOf: (group) => group.name });
  return {
    logGroups: page.items.map((group) => describeGroup(group, retentionDaysOf(call))),
    ...(page.nextToken && { nextToken: page.nextToken }),
  };
}

function describeGroup(group: LogGroup, retentionInDays: number): unknown {
  return {
    arn: `${group.arn}:*`,
    creationTime: group.createdMs,
    logGroupArn: group.arn,
    logGroupClass: group.logClass,
    logGroupName: group.name,
    metricFilterCount: 0,
    retentionInDays,
    storedBytes: 1_048_576,
  };
}

export function readLimit(call: Call, max: number): number {
  const limit = readNumber(call.input, "limit") ?? max;
  if (Number.isInteger(limit) && limit >= 1 && limit <= max) return limit;
  const rule = limit > max ? `less than or equal to ${max}` : "greater than or equal to 1";
  const message = `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value ${rule}`;
  throw new AwsError("InvalidParameterException", message);
}

/** The page after the name in the token. Throws InvalidParameterException for a token that does not fit. */
export function pageByName<T>(
  call: Call,
  items: readonly T[],
  how: { readonly limit: number; readonly nameOf: (item: T) => string },
): { items: readonly T[]; nextToken: string | null } {
  const { nextToken, ...parameters } = call.input;
  const nowMs = call.cloud.now();
  let start = 0;
  if (nextToken !== undefined) {
    const mark = readPageToken(String(nextToken), parameters, nowMs);
    if (mark === null) throw new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
    start = items.findIndex((item) => how.nameOf(item) === mark.place) + 1;
  }
  const page = items.slice(start, start + how.limit);
  const last = page.at(-1);
  const more = last !== undefined && start + how.limit < items.length;
  return { items: page, nextToken: more ? writePageToken(parameters, how.nameOf(last), nowMs) : null };
}
