import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { readPageToken, writePageToken } from "../page-token";
import { clusterArn, clustersOf } from "./describe-cluster";

/** `maxResults` 1 to 100, 100 by default. Input comes from the query, as text. */
export function listClusters(call: Call): unknown {
  authorize(call, "eks:ListClusters", clusterArn(call, "*"));
  const { nextToken, ...parameters } = call.input;
  const limit = Number(call.input.maxResults ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new AwsError("InvalidParameterException", "maxResults must be between 1 and 100.");
  const names = clustersOf(call)
    .map((cluster) => cluster.name)
    .sort();
  const start = nextToken === undefined ? 0 : readStart(call, String(nextToken), parameters);
  const end = start + limit;
  const more = end < names.length ? writePageToken(parameters, end, call.cloud.now()) : null;
  return { clusters: names.slice(start, end), nextToken: more };
}

function readStart(call: Call, token: string, parameters: unknown): number {
  const mark = readPageToken(token, parameters, call.cloud.now());
  if (mark === null) throw new AwsError("InvalidParameterException", "The nextToken is not valid.");
  return Number(mark.place);
}
