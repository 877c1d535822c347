import type { PrincipalType } from "../../identity/canonicalize-arn";
import { readPrincipal } from "../../identity/principal";
import type { IssueDetails } from "../../parse/cloudtrail-record";
import type { CallerClass } from "../attempt";
import { isInstanceSession } from "../caller-class";
import type { NameSource } from "./name-source";
import type { Credentials } from "./credentials";
import { isGeneratedSession, sessionNameOf } from "./session-name";

/** Who an origin is, without how sure that is. */
export interface Named {
  readonly kind: CallerClass;
  readonly name: string | null;
  readonly nameFrom: NameSource | null;
}

/**
 * The origin that credentials name by themselves, as AWS recorded them; null = it stands before them. An Identity
 * Center role's session is named by Identity Center, since no one else may take such a role: its path proves that it is
 * one. Other roles that act on behalf of a person have sessions named by an application. An instance's session is its own
 * where the metadata service gave it out.
 */
export function originOfCredentials(credentials: Credentials): Named | null {
  const { type, accessKeyId, userName, accountId, userId, arn, issuerArn } = credentials;
  const session = sessionNameOf(credentials);
  if (type === "IAMUser" || (type === "" && principalTypeOf(arn) === "USER"))
    return { kind: "person", name: userName ?? nameAtEnd(arn), nameFrom: "iam-user" };
  const isRoot = type === "Root" || (type === "" && principalTypeOf(arn) === "ROOT");
  if (isRoot && !accessKeyId?.startsWith("ASIA")) return rootOf(accountId);
  if (type === "FederatedUser" && issuerArn !== null)
    return principalTypeOf(issuerArn) === "ROOT"
      ? rootOf(accountId)
      : { kind: "person", name: nameAtEnd(issuerArn), nameFrom: "iam-user" };
  if (isServiceLinked(credentials)) return { kind: "aws", name: arn, nameFrom: "service" };
  if (issuerArn !== null && portalRoleOf(credentials) !== null)
    return { kind: "person", name: session, nameFrom: "identity-center-session" };
  if (userId !== null) return { kind: "person", name: null, nameFrom: null };
  if (credentials.isFromInstanceMetadata && session !== null && isInstanceSession(session))
    return { kind: "node", name: session, nameFrom: "session-name" };
  return null;
}

/** The origin of a session that began with a sign-in to the console: no event issued its keys. */
export function originOfSignIn({ type, accountId, userName, arn }: Credentials): Named | null {
  if (type === "Root") return rootOf(accountId);
  return type === "IAMUser"
    ? { kind: "person", name: userName ?? nameAtEnd(arn), nameFrom: "iam-user" }
    : null;
}

/** What is left where the chain ends early: what its source identity, or the session's own name, claims. */
export function originClaimed(credentials: Credentials): Named {
  const { type, accountId, sourceIdentity } = credentials;
  if (type === "Root") return rootOf(accountId);
  if (looksServiceLinked(credentials)) return { kind: "aws", name: credentials.arn, nameFrom: "service" };
  const session = sessionNameOf(credentials);
  const kind = portalRoleOf(credentials) === null ? "unknown" : "person";
  if (sourceIdentity !== null) return { kind, name: sourceIdentity, nameFrom: "source-identity" };
  if (session === null || isGeneratedSession(session)) return { kind, name: null, nameFrom: null };
  const claimed = { name: session, nameFrom: "session-name" } as const;
  return { kind: isInstanceSession(session) ? "node" : kind, ...claimed };
}

function rootOf(accountId: string | null): Named {
  return { kind: "root", name: accountId, nameFrom: "account" };
}

/** Only the AWS service that a service-linked role belongs to can take it. Its path is AWS's alone. */
function isServiceLinked({ issuerArn }: Credentials): boolean {
  return issuerArn?.includes(":role/aws-service-role/") ?? false;
}

/** Where no path is known, as in a log line, the role's name only looks like one. */
function looksServiceLinked({ arn, issuerArn }: Credentials): boolean {
  return issuerArn === null && (arn?.includes(":assumed-role/AWSServiceRoleFor") ?? false);
}

/**
 * Permission set and account of an Identity Center role; null = it is none (facts: aws §4.5). The path is AWS's alone;
 * where no path is known, as in a log line, the name only looks like one.
 */
export function portalRoleOf({ arn, issuerArn }: Credentials): IssueDetails["portalRole"] {
  if (issuerArn !== null && !issuerArn.includes(":role/aws-reserved/sso.amazonaws.com/")) return null;
  const principal = arn === null ? null : readPrincipal(arn);
  if (principal?.type !== "ASSUMED_ROLE") return null;
  const name = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(principal.name)?.[1];
  return name === undefined ? null : { name, accountId: principal.accountId };
}

function principalTypeOf(arn: string | null): PrincipalType | null {
  return arn === null ? null : (readPrincipal(arn)?.type ?? null);
}

function nameAtEnd(arn: string | null): string | null {
  return arn === null ? null : arn.slice(arn.lastIndexOf("/") + 1);
}
