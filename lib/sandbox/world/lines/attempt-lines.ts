import type { Dialect } from "../organisation/clusters";
import type { Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";
import { type LineFields, type LogLine, printGroups } from "./print-line";

/** What stands on every line of one request. `client` is the API server beside the authenticator, never the person. */
export interface RequestPlace {
  readonly dialect: Dialect;
  readonly client: string;
  readonly stsHost: string;
}

/** `STS response`: raw ARN, and the key where the build prints it (facts: authenticator §1.2). */
export function stsResponseLine(place: RequestPlace, session: Session): LogLine {
  return {
    level: "info",
    msg: "STS response",
    fields: {
      ...requestFields(place),
      ...(place.dialect !== "oldest" && { accesskeyid: session.accessKeyId }),
      ...endpointField(place),
      accountid: session.accountId,
      arn: session.arn,
      session: session.sessionName,
      userid: session.userId,
    },
  };
}

export function accessGrantedLine(place: RequestPlace, session: Session, mapping: Mapping): LogLine {
  const prefix = place.dialect === "oldest" ? "heptio-authenticator-aws" : "aws-iam-authenticator";
  return {
    level: "info",
    msg: "access granted",
    fields: {
      ...requestFields(place),
      ...endpointField(place),
      arn: session.canonicalArn,
      groups: printGroups(mapping.groups),
      uid: `${prefix}:${session.accountId}:${session.userId}`,
      username: mapping.username,
    },
  };
}

/** `access denied`; `arn` only where STS had answered. */
export function accessDeniedLine(place: RequestPlace, error: string, canonicalArn: string | null): LogLine {
  return {
    level: "warning",
    msg: "access denied",
    fields: { ...requestFields(place), error, ...(canonicalArn !== null && { arn: canonicalArn }) },
  };
}

/** Between the two, when an access entry for the caller's unique id was found. */
export function arnComparisonLine(session: Session, entryArn = session.canonicalArn): LogLine {
  const compared = `arn from STS response is ${session.canonicalArn.toLowerCase()}, arn in mapper is ${entryArn.toLowerCase()}`;
  return { level: "info", msg: `additional arn comparison for IAM arn. ${compared}`, fields: {} };
}

/** How the build says that nobody knows this caller. */
export function notMappedError(dialect: Dialect, session: Session): string {
  if (dialect === "current") return "identity is not mapped";
  if (dialect === "middle") return "Identity is not mapped";
  return dialect === "older"
    ? "ARN is not mapped"
    : `ARN is not mapped: ${session.canonicalArn.toLowerCase()}`;
}

function requestFields(place: RequestPlace): LineFields {
  return { client: place.client, method: "POST", path: "/authenticate" };
}

function endpointField(place: RequestPlace): LineFields {
  return isRecent(place.dialect) ? { stsendpoint: place.stsHost } : {};
}

/** Since v0.6.28: tells the endpoint of STS, and throttling by a prefix of its own. */
export function isRecent(dialect: Dialect): boolean {
  return dialect === "current" || dialect === "middle";
}
