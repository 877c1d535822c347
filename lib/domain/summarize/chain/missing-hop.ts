import type { Chain } from "../../correlate/chain/chain";
import type { Credentials } from "../../correlate/chain/credentials";
import { SIGN_IN } from "../../correlate/chain/hop-kind";
import { portalRoleOf } from "../../correlate/chain/origins";
import { isTemporaryKey } from "../../correlate/lookups/key-id";
import { GLOBAL_STS_REGION } from "../../correlate/sts-region";
import type { EpochMs } from "../../time/time-range";
import type { MissingHop } from "./attempt-chain";
import { type TrailsRead, whyMissing } from "./why-missing";

/** What a chain lacks that ended before its origin, why, and what to do; null = it lacks nothing (facts: aws §1.3 to §1.6). */
export function missingHop(chain: Chain, read: TrailsRead): MissingHop | null {
  const { end, first } = chain;
  if (end === "origin") return null;
  if (end === "callers-account-unread") return unreadCaller(first, read);
  if (end === "undecided") return { what: "Which of these calls it was", why: [SEVERAL], next: [] };
  if (end !== "issuer-missing") return { what: "Where these credentials began", why: [ENDLESS], next: [] };
  const isPortal = portalRoleOf(first.credentials) !== null;
  return {
    what: isPortal
      ? `The AssumeRoleWithSAML behind ${first.credentials.arn}`
      : `The event that issued ${nameOf(first.credentials)}`,
    why: whyMissing(first, read),
    next: isPortal ? nextOfPortal(first.credentials) : nextOfKey(first.credentials),
  };
}

const SEVERAL = "Several calls fit equally well, and different callers made them.";
const ENDLESS =
  "The records lead back to themselves, or further than any real chain: one of them is not what it seems.";

function unreadCaller(first: Chain["first"], read: TrailsRead): MissingHop {
  const { accountId, principalId } = first.credentials;
  const account = accountId ?? "unknown";
  return {
    what: `Who in account ${account} made the call (${principalId ?? "not named"})`,
    why: [
      "The record of the role's account names the caller's account and principal only.",
      ...whyMissing(first, read),
      `Calls to this role that were refused are recorded in account ${account} alone.`,
    ],
    next: [`Read CloudTrail of account ${account}, in the Region of the call.`],
  };
}

function nameOf({ accessKeyId, arn, principalId }: Credentials): string {
  return accessKeyId ?? arn ?? principalId ?? "these credentials";
}

/** A key's issuer is found by its id as a resource (facts: aws §1.6). Log text never becomes part of a command. */
function nextOfKey(credentials: Credentials): string[] {
  const { accessKeyId, accountId, createdMs } = credentials;
  if (!isTemporaryKey(accessKeyId)) return [];
  const inAccount = `In account ${accountId ?? "of the caller"}, in the Region of the call and in ${GLOBAL_STS_REGION}`;
  return [
    `${inAccount}: ${lookUp("ResourceName", accessKeyId)}`,
    ...(createdMs !== null && isUserOrRoot(credentials)
      ? [`${inAccount}: ${lookUp("EventSource", SIGN_IN)} ${around(createdMs)}`]
      : []),
  ];
}

function isUserOrRoot({ type }: Credentials): boolean {
  return type === "IAMUser" || type === "Root";
}

function lookUp(key: string, value: string): string {
  return `aws cloudtrail lookup-events --lookup-attributes AttributeKey=${key},AttributeValue=${value}`;
}

const AROUND_MS = 5_000;

function around(ms: EpochMs): string {
  const [start, end] = [ms - AROUND_MS, ms + AROUND_MS].map((at) => new Date(at).toISOString());
  return `--start-time ${start} --end-time ${end}`;
}

/** Identity Center issues another key than the one that is used: only the time leads to it (facts: aws §1.6). */
function nextOfPortal({ accountId, createdMs }: Credentials): string[] {
  if (createdMs === null) return [];
  const command = `${lookUp("EventName", "AssumeRoleWithSAML")} ${around(createdMs)}`;
  return [`In account ${accountId ?? "of the role"}, in Identity Center's Region: ${command}`];
}
