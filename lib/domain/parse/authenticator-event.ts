import type { AccessDenied, AccessGranted, AuthenticatorEvent, StsResponse } from "./authenticator-record";
import { splitGroups } from "./groups";

type Fields = ReadonlyMap<string, string>;

const OTHER: AuthenticatorEvent = { type: "other" };
/** What v0.1 wrote instead of an `error` field. */
const UNMAPPED_V01 = "access denied because ARN is not mapped";

/**
 * The typed reading of a request line. The message alone decides what it is; a line that lacks what its message
 * always carries is "other" (facts: authenticator §1.2). `groups` is given where the line held a real list.
 */
export function readAuthenticatorEvent(
  msg: string,
  fields: Fields,
  groups?: readonly string[],
): AuthenticatorEvent {
  if (msg === "access granted") return readGranted(fields, groups) ?? OTHER;
  if (msg === "STS response") return readStsResponse(fields) ?? OTHER;
  if (msg === "access denied") return readDenied(fields, "");
  if (msg === UNMAPPED_V01) return readDenied(fields, "ARN is not mapped");
  return OTHER;
}

function readGranted(fields: Fields, groups?: readonly string[]): AccessGranted | null {
  const username = fields.get("username");
  const uid = fields.get("uid");
  if (username === undefined || uid === undefined) return null;
  return {
    type: "access-granted",
    client: fields.get("client") ?? null,
    arn: fields.get("arn") ?? null,
    username,
    groups: groups ?? splitGroups(fields.get("groups") ?? "[]"),
    uid,
    stsEndpoint: stsEndpoint(fields),
  };
}

function readStsResponse(fields: Fields): StsResponse | null {
  const arn = fields.get("arn");
  const userId = fields.get("userid");
  if (arn === undefined || userId === undefined) return null;
  return {
    type: "sts-response",
    client: fields.get("client") ?? null,
    arn,
    accountId: fields.get("accountid") ?? null,
    userId,
    sessionName: fields.get("session") ?? "",
    accessKeyId: fields.get("accesskeyid") || null,
    stsEndpoint: stsEndpoint(fields),
  };
}

function readDenied(fields: Fields, errorWhenAbsent: string): AccessDenied {
  return {
    type: "access-denied",
    client: fields.get("client") ?? null,
    arn: fields.get("arn") ?? null,
    error: fields.get("error") ?? errorWhenAbsent,
    stsEndpoint: stsEndpoint(fields),
  };
}

/** `stsendpoint` of v0.6.28 and later; `sts` of EKS's own builds of 2021 and 2022. */
function stsEndpoint(fields: Fields): string | null {
  return fields.get("stsendpoint") ?? fields.get("sts") ?? null;
}
