import type { Chain } from "../../correlate/chain/chain";
import type { Credentials } from "../../correlate/chain/credentials";
import { portalRoleOf } from "../../correlate/chain/origins";
import { GLOBAL_STS_REGION } from "../../correlate/sts-region";
import { DAY_MS, HOUR_MS } from "../../time/durations";
import { isNeverRead, type StoredCoverage } from "../coverage/coverage-report";
import { isEventHistory } from "../coverage/is-event-history";

/** What was read of CloudTrail, and when it is now. */
export interface TrailsRead {
  readonly sources: readonly StoredCoverage[];
  readonly nowMs: number;
}

/** CloudTrail's event history (facts: aws §1.1). */
const HISTORY_DAYS = 90;
/** Events are rarely later than this (facts: aws §1.1). */
const LATE_MS = 15 * 60_000;
/** No temporary credentials last longer. */
const LONGEST_MS = 36 * HOUR_MS;

/** Why the event behind a chain's first credentials is not among those read, as far as what was read tells. */
export function whyMissing({ credentials, usedMs }: Chain["first"], read: TrailsRead): string[] {
  const { accountId, createdMs } = credentials;
  const trails = read.sources.filter(
    (source) => source.kind === "cloudtrail" && (source.accountId === null || source.accountId === accountId),
  );
  const unread = `CloudTrail of account ${accountId ?? "unknown"} is not read`;
  if (trails.length === 0) return [`${unread}.`];
  // Files may be of any account.
  if (trails.every((source) => source.accountId === null && source.state === "imported"))
    return [`${unread}, and no imported file holds the event.`];
  // A record of the other account is of the very call; an issuer came at some time before the use.
  const isCall = credentials.type === "AWSAccount";
  const at = { from: createdMs ?? (isCall ? usedMs : usedMs - LONGEST_MS), to: createdMs ?? usedMs };
  const reasons = [
    ...globalEndpoint(credentials, trails, at),
    ...trails.flatMap(({ label, problem }) => (problem === null ? [] : [`${label}: ${problem.message}`])),
    ...timeNotRead(at, trails, read.nowMs),
    ...trails.flatMap(({ label, state, progress }) =>
      state === "reading" && progress < 1 ? [`${label} is still being read.`] : [],
    ),
    ...signIns(credentials, trails, read),
  ];
  return reasons.length === 0 ? [ELSEWHERE] : reasons;
}

const ELSEWHERE =
  "What was read of that account holds no such event: it may be in a Region that is not read, or in a trail that keeps no reads.";

/** Only in the standard partition, and never for Identity Center, AssumeRoot or a call whose Region is known (facts: aws §1.3). */
function globalEndpoint(
  credentials: Credentials,
  trails: readonly StoredCoverage[],
  at: { readonly from: number; readonly to: number },
): string[] {
  const { arn, type } = credentials;
  const isStandard = arn?.startsWith("arn:aws:") ?? false;
  if (!isStandard || type === "Root" || portalRoleOf(credentials) !== null) return [];
  const recorded = `Calls to the global endpoint are recorded in ${GLOBAL_STS_REGION}, which is not read`;
  const ofGlobal = trails.filter(({ region }) => region === GLOBAL_STS_REGION || region === "");
  if (ofGlobal.length === 0) return [`${recorded}.`];
  // Where no trail is read for the time, that is said once for all of them.
  return !isCovered(at, ofGlobal) && isCovered(at, trails) ? [`${recorded} for that time.`] : [];
}

function isCovered(
  at: { readonly from: number; readonly to: number },
  trails: readonly StoredCoverage[],
): boolean {
  return trails.some(({ read }) => read.some(({ from, to }) => from <= at.from && at.to <= to));
}

function timeNotRead(
  at: { readonly from: number; readonly to: number },
  trails: readonly StoredCoverage[],
  nowMs: number,
): string[] {
  if (nowMs - at.to < LATE_MS) return ["CloudTrail delivers events some minutes late: it may still come."];
  if (isCovered(at, trails)) return [];
  const ranges = trails.flatMap(({ read }) => read);
  if (trails.every(isEventHistory) && nowMs - at.to > HISTORY_DAYS * DAY_MS)
    return [`CloudTrail's event history goes back ${HISTORY_DAYS} days; these credentials are older.`];
  if (ranges.length === 0) return trails.every(isNeverRead) ? [] : ["Nothing of that account is read yet."];
  const readFrom = Math.min(...ranges.map(({ from }) => from));
  if (at.to < readFrom) return ["They were issued before the time that has been read so far."];
  return at.from < readFrom
    ? ["They may have been issued before the time that has been read so far."]
    : ["The time in which they were issued is not read to its end."];
}

/** Keys of the console and of root's tasks come by events that are recorded elsewhere (facts: aws §4.5, §4.7). */
function signIns(
  { type, accessKeyId, accountId, createdMs }: Credentials,
  trails: readonly StoredCoverage[],
  { sources }: TrailsRead,
): string[] {
  if ((type !== "Root" && type !== "IAMUser") || !accessKeyId?.startsWith("ASIA")) return [];
  const reasons: string[] = [];
  if (type === "Root")
    reasons.push(
      "AssumeRoot is recorded in the account that called it: the organisation's management account, or its delegated administrator.",
    );
  const read = sources.filter((one) => one.kind === "sign-ins" && one.accountId === accountId);
  const isRead = read.some((one) =>
    one.read.some(({ from, to }) => createdMs !== null && from <= createdMs && createdMs < to),
  );
  if (trails.every(isEventHistory) && !isRead)
    reasons.push("Keys of the console begin with a sign-in; sign-ins of that time are not read.");
  return reasons;
}
