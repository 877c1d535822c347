import { type Cluster, logGroupOf } from "../../world/organisation/clusters";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { readText } from "../read-input";

/** Kept for two weeks, like the world that people see, if the knobs do not say otherwise. */
const RETENTION_DAYS = 14;

export function retentionDaysOf({ cloud }: Call): number {
  return cloud.knobs.retentionDays ?? RETENTION_DAYS;
}

export interface LogGroup {
  readonly name: string;
  /** null = the trail's. */
  readonly cluster: Cluster | null;
  readonly arn: string;
  readonly createdMs: number;
  readonly logClass: "STANDARD" | "INFREQUENT_ACCESS";
}

/** The groups that the caller's account has in the Region asked, by name. */
export function logGroupsOf(call: Call): LogGroup[] {
  const place = { accountId: call.principal.accountId, region: call.region };
  const absent = call.cloud.knobs.absentLogGroups ?? [];
  const groups = call.cloud.world
    .clustersIn(place)
    .filter(({ name }) => !absent.includes(name))
    .map((cluster) => ({
      name: logGroupOf(cluster.name),
      cluster,
      arn: logGroupArn(call, logGroupOf(cluster.name)),
      createdMs: Date.parse(cluster.createdAt),
      logClass: infrequent(call, cluster.name) ? ("INFREQUENT_ACCESS" as const) : ("STANDARD" as const),
    }));
  return [...groups, ...trailGroups(call)].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** An organisation's trail is delivered here. */
const TRAIL_GROUP = "example-trail-logs";

function trailGroups(call: Call): LogGroup[] {
  if (call.principal.accountId !== "111122223333" || call.region !== "eu-west-1") return [];
  const arn = logGroupArn(call, TRAIL_GROUP);
  return [{ name: TRAIL_GROUP, cluster: null, arn, createdMs: Date.UTC(2024, 0, 15), logClass: "STANDARD" }];
}

export function logGroupArn(call: Call, name: string): string {
  return `arn:aws:logs:${call.region}:${call.principal.accountId}:log-group:${name}`;
}

/** `logGroupName` or `logGroupIdentifier` (a name or an ARN), one of the two. */
export function readLogGroupName(call: Call): string {
  const name = readText(call.input, "logGroupName");
  const identifier = readText(call.input, "logGroupIdentifier");
  if ((name === undefined) === (identifier === undefined))
    throw new AwsError(
      "InvalidParameterException",
      "Specify either logGroupName or logGroupIdentifier, but not both.",
    );
  const asked = name ?? identifier ?? "";
  const match = /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:([^:]+)$/.exec(asked);
  return match?.[1] ?? asked;
}

/** Throws ResourceNotFoundException. */
export function findLogGroup(call: Call, name: string): LogGroup {
  const group = logGroupsOf(call).find((one) => one.name === name);
  if (group === undefined)
    throw new AwsError("ResourceNotFoundException", "The specified log group does not exist.");
  return group;
}

function infrequent(call: Call, cluster: string): boolean {
  return call.cloud.knobs.infrequentAccess?.includes(cluster) ?? false;
}
