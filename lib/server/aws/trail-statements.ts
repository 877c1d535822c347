import { parseTrailUri } from "@/lib/sources/cloudtrail/s3/trail-uri";
import type { AccountPlan } from "./aws-plan";
import { partitionOf } from "./aws-regions";

/** One statement of a policy. */
export type Statement = Readonly<Record<string, unknown>>;

/** What IAM must allow to read an account's trails: their folders, their objects, or their log groups. */
export function trailStatements({ id, trails }: AccountPlan): Statement[] {
  const uris = trails.flatMap(({ from, region }) => {
    const uri = parseTrailUri(from);
    return uri === null ? [] : [{ ...uri, arn: `arn:${partitionOf(region)}:s3:::${uri.bucket}` }];
  });
  const groups = trails
    .filter(({ from }) => parseTrailUri(from) === null)
    .map(({ from, region }) => `arn:${partitionOf(region)}:logs:${region}:${id ?? "*"}:log-group:${from}`);
  const folders = uris.map(({ arn, prefix }) => ({
    Effect: "Allow",
    Action: "s3:ListBucket",
    Resource: arn,
    Condition: { StringLike: { "s3:prefix": `${prefix}*` } },
  }));
  const objects = {
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: uris.map(({ arn, prefix }) => `${arn}/${prefix}*`),
  };
  const lines = {
    Effect: "Allow",
    Action: LOG_ACTIONS,
    Resource: groups.flatMap((group) => [group, `${group}:*`]),
  };
  return [
    ...folders.map((folder, n) => ({ Sid: `TrailFolders${n === 0 ? "" : n + 1}`, ...folder })),
    ...(uris.length === 0 ? [] : [{ Sid: "TrailObjects", ...objects }]),
    ...(groups.length === 0 ? [] : [{ Sid: "TrailLogs", ...lines }]),
  ];
}

/** Which of them is used depends on the group's class, which AWS tells only when it is read. */
export const LOG_ACTIONS = ["logs:FilterLogEvents", "logs:StartQuery", "logs:GetQueryResults"];
