import type { IncomingMessage } from "node:http";
import { AwsError } from "./aws-error";
import type { JsonInput, Operation } from "./cloud";
import { lookupEvents } from "./cloudtrail/lookup-events";
import { describeAccessEntry, listAccessEntries, listAssociatedAccessPolicies } from "./eks/access-entries";
import { describeCluster } from "./eks/describe-cluster";
import { listClusters } from "./eks/list-clusters";
import { describeUser } from "./identity-store/describe-user";
import { describeLogGroups } from "./logs/describe-log-groups";
import { describeLogStreams } from "./logs/describe-log-streams";
import { filterLogEvents } from "./logs/filter-log-events";
import { getQueryResults, stopQuery } from "./logs/insights/query-results";
import { startQuery } from "./logs/insights/start-query";
import { getObject, listObjects } from "./s3/operations";
import { assumeRole, getCallerIdentity } from "./sts/operations";

export type Protocol = "json-1.1" | "rest-json" | "rest-xml" | "query";

/** A request before it is authenticated. */
export interface Asked {
  readonly protocol: Protocol;
  /** Name in the credential scope, and before the colon of an IAM action. */
  readonly service: string;
  readonly action: string;
  readonly input: JsonInput;
  /** null: no such action. */
  readonly operation: Operation | null;
}

const TARGETS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  logs: {
    DescribeLogGroups: describeLogGroups,
    DescribeLogStreams: describeLogStreams,
    FilterLogEvents: filterLogEvents,
    GetQueryResults: getQueryResults,
    StartQuery: startQuery,
    StopQuery: stopQuery,
  },
  cloudtrail: { LookupEvents: lookupEvents },
  identitystore: { DescribeUser: describeUser },
};
/** How a target begins that is not CloudTrail's. */
const TARGET_STARTS: readonly (readonly [string, string])[] = [
  ["Logs_", "logs"],
  ["AWSIdentityStore", "identitystore"],
];
const QUERIES: Readonly<Record<string, Operation>> = {
  GetCallerIdentity: getCallerIdentity,
  AssumeRole: assumeRole,
};

/** Which service a request speaks to: by its target header, its path, or its form. */
export function readAsked(request: IncomingMessage, body: string): Asked {
  const target = request.headers["x-amz-target"];
  const url = new URL(request.url ?? "/", "http://sandbox");
  if (typeof target === "string") return readTarget(target, body);
  if (url.pathname === "/" && request.method === "POST") return readForm(body);
  if (isForBuckets(request)) return readBucketPath(request, url);
  return readPath(request, url);
}

function readTarget(target: string, body: string): Asked {
  const dot = target.lastIndexOf(".");
  const action = target.slice(dot + 1);
  const [, service] = TARGET_STARTS.find(([start]) => target.startsWith(start)) ?? ["", "cloudtrail"];
  const operation = own(TARGETS[service] ?? {}, action);
  return { protocol: "json-1.1", service, action, operation, input: readJson(body) };
}

function readJson(body: string): JsonInput {
  try {
    const value: unknown = JSON.parse(body === "" ? "{}" : body);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonInput;
  } catch {
    // Said below: bad JSON and JSON that is no object are one error.
  }
  throw new AwsError("SerializationException", "The request body is not a JSON object.");
}

function readForm(body: string): Asked {
  const input = Object.fromEntries(new URLSearchParams(body));
  const action = input.Action ?? "";
  return { protocol: "query", service: "sts", action, input, operation: own(QUERIES, action) };
}

function readPath(request: IncomingMessage, url: URL): Asked {
  const [, root, ...parts] = url.pathname.split("/").map(decodeURIComponent);
  const [name = "", kind, principalArn, more] = parts;
  const query = Object.fromEntries(url.searchParams);
  const input = { ...query, ...(name !== "" && { name }), ...(principalArn && { principalArn }) };
  const common = { protocol: "rest-json", service: "eks", input } as const;
  const pattern = [root, name === "" ? "" : "*", kind, principalArn === undefined ? undefined : "*", more];
  const known = request.method === "GET" ? own(EKS_PATHS, pattern.filter(Boolean).join("/")) : null;
  return known === null
    ? { ...common, action: "", operation: null }
    : { ...common, action: known.action, operation: known.operation };
}

interface NamedOperation {
  readonly action: string;
  readonly operation: Operation;
}

/** `*` stands for a name. */
const EKS_PATHS: Readonly<Record<string, NamedOperation>> = {
  clusters: { action: "ListClusters", operation: listClusters },
  "clusters/*": { action: "DescribeCluster", operation: describeCluster },
  "clusters/*/access-entries": { action: "ListAccessEntries", operation: listAccessEntries },
  "clusters/*/access-entries/*": { action: "DescribeAccessEntry", operation: describeAccessEntry },
  "clusters/*/access-entries/*/access-policies": {
    action: "ListAssociatedAccessPolicies",
    operation: listAssociatedAccessPolicies,
  },
};

/** S3's paths are what people name their buckets: only the credential scope tells them from another service's. */
export function isForBuckets(request: IncomingMessage): boolean {
  return request.headers.authorization?.includes("/s3/aws4_request") ?? false;
}

function readBucketPath(request: IncomingMessage, url: URL): Asked {
  const [, bucket = "", ...rest] = url.pathname.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  const input = { ...Object.fromEntries(url.searchParams), bucket, key };
  const common = { protocol: "rest-xml", service: "s3", input } as const;
  if (request.method !== "GET") return { ...common, action: "", operation: null };
  if (key !== "") return { ...common, action: "GetObject", operation: getObject };
  const isList = url.searchParams.get("list-type") === "2";
  return { ...common, action: isList ? "ListObjectsV2" : "", operation: isList ? listObjects : null };
}

function own<T>(operations: Readonly<Record<string, T>>, action: string): T | null {
  return Object.hasOwn(operations, action) ? (operations[action] ?? null) : null;
}
