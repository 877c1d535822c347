import type { Chain } from "../correlate/chain/chain";
import type { Credentials } from "../correlate/chain/credentials";
import { GLOBAL_STS_REGION } from "../correlate/sts-region";
import type { MissingHop } from "./attempt-chain";
import type { StoredCoverage } from "./coverage-report";

/** What was read of CloudTrail, and when it is now. */
export interface TrailsRead {
  readonly sources: readonly StoredCoverage[];
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;
/** CloudTrail's event history (facts: aws §1.1). */
const HISTORY_DAYS = 90;
/** Events are rarely later than this (facts: aws §1.1). */
const LATE_MS = 15 * 60_000;

/** Why a chain ended before its origin, as far as what was read tells; null = it did not (facts: aws §1.3, §1.5). */
export function missingHop(chain: Chain, read: TrailsRead): MissingHop | null {
  const { end, first } = chain;
  if (end === "origin") return null;
  if (end === "callers-account-unread") return unreadCaller(chain);
  if (end === "undecided") return { what: "Which of these calls it was", why: [SEVERAL], next: [] };
  if (end !== "issuer-missing") return { what: "Where these credentials began", why: [ENDLESS], next: [] };
  return {
    what: `The event that issued ${nameOf(first.credentials)}`,
    why: reasonsOf(chain, read),
    next: nextOf(first.credentials),
  };
}

const SEVERAL = "Several calls fit equally well, and different callers made them.";
const ENDLESS =
  "The records lead back to themselves, or further than any real chain: one of them is not what it seems.";

function unreadCaller({ hops }: Chain): MissingHop {
  const account = hops[0]?.by ?? "another account";
  return {
    what: `Who in another account made the call (${account})`,
    why: ["The record of the role's account names the caller's account and principal only."],
    next: ["Read CloudTrail of the caller's account, too."],
  };
}

function nameOf({ accessKeyId, arn, principalId }: Credentials): string {
  return accessKeyId ?? arn ?? principalId ?? "these credentials";
}

function reasonsOf({ first: { credentials, usedMs } }: Chain, { sources, nowMs }: TrailsRead): string[] {
  const trails = sources.filter(({ kind }) => kind === "cloudtrail");
  const ofAccount = trails.filter(
    ({ accountId }) => accountId === null || accountId === credentials.accountId,
  );
  const reasons: string[] = [];
  if (ofAccount.length === 0)
    return [`CloudTrail of account ${credentials.accountId ?? "unknown"} is not read.`];
  if (!ofAccount.some(({ region }) => region === GLOBAL_STS_REGION || region === ""))
    reasons.push(`Calls to the global endpoint are recorded in ${GLOBAL_STS_REGION}, which is not read.`);
  const failing = ofAccount.filter(({ problem }) => problem !== null);
  reasons.push(...failing.map(({ label, problem }) => `${label}: ${problem?.message ?? ""}`));
  if (nowMs - usedMs < LATE_MS)
    reasons.push("CloudTrail delivers events some minutes late: it may still come.");
  const since = credentials.createdMs ?? usedMs;
  if (nowMs - since > HISTORY_DAYS * DAY_MS)
    reasons.push(`CloudTrail's event history goes back ${HISTORY_DAYS} days; these credentials are older.`);
  const from = Math.min(...ofAccount.flatMap(({ read }) => read.map((range) => range.from)));
  if (since < from) reasons.push("They were issued before the time that has been read so far.");
  if (reasons.length === 0)
    reasons.push(
      "What was read of that account holds no such event. AWS records no refused calls across accounts.",
    );
  return reasons;
}

/** A key's issuer is found by its id as a resource (facts: aws §1.6). */
function nextOf({ accessKeyId, accountId }: Credentials): string[] {
  if (!accessKeyId?.startsWith("ASIA")) return [];
  const lookUp = `aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=${accessKeyId}`;
  return [
    `In account ${accountId ?? "of the caller"}, in the Region of the call and in ${GLOBAL_STS_REGION}: ${lookUp}`,
  ];
}
