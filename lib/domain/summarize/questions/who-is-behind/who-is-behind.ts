import type { TracedAttempt } from "../../../correlate/chain/attempt-origin";
import type { Hop } from "../../../correlate/chain/chain";
import { describeHop } from "../../../explain/describe-hop";
import type { SentencePart } from "../../../explain/sentence-part";
import type { IdentityRef } from "../../../identity/identity-ref";
import { maySame } from "../../chain/username-holder";
import { behindVerdict } from "./behind-verdict";
import type { Behind } from "./behind";
import type { Gathered } from "./gather-behind";
import type { MeantName, WhoIsBehindFacts } from "./who-is-behind-facts";

/** The people and workloads behind a name, how sure that is, and what is not known. */
export interface WhoIsBehind extends Pick<MeantName, "others" | "near"> {
  readonly verdict: readonly SentencePart[];
  /** What was asked about; null = nothing is known by that text, or STS named nobody. */
  readonly identity: IdentityRef | null;
  /** The attempt that a line, an event or a request led to. */
  readonly attemptId: string | null;
  /** People first, those of most attempts before. */
  readonly behind: readonly Behind[];
  readonly moreBehind: number;
  readonly attempts: number;
  /** What could not be seen, and why. */
  readonly because: readonly string[];
}

export function whoIsBehind(facts: WhoIsBehindFacts): WhoIsBehind {
  const { identity, attempt, others, near, chains, moreBehind, attempts, unread } = facts;
  const behind = facts.behind.map(({ holders, ...one }): Behind => {
    const { hops = [], missing = null } = chains.get(one.attemptId) ?? {};
    return { ...one, isAsked: attempt !== null && isOf(attempt, holders), way: hops.map(toStep), missing };
  });
  return {
    verdict: behindVerdict(facts, behind),
    attemptId: attempt?.id ?? null,
    ...{ identity, others, near, behind, moreBehind, attempts },
    because: [...unread, ...untracedOf(behind), ...ofPlace(facts)],
  };
}

function toStep(hop: Hop): Behind["way"][number] {
  const { kind, timeMs, confidence } = hop;
  return { kind, says: describeHop(hop), timeMs, confidence };
}

function isOf({ origin, caller }: TracedAttempt, holders: Gathered["holders"]): boolean {
  const { canonicalArn = null, sessionName = null } = caller ?? {};
  const holder = { origin, canonicalArn, sessionNames: sessionName === null ? [] : [sessionName] };
  return holders.some((one) => maySame(holder, one));
}

function untracedOf(behind: readonly Behind[]): string[] {
  const untraced = behind.reduce((total, one) => total + one.untraced, 0);
  if (untraced === 0) return [];
  return [
    `The sessions of ${untraced === 1 ? "one attempt are" : `${untraced} attempts are`} not traced yet: that goes on in the background.`,
  ];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why an id or a request leads to nobody in particular. */
function ofPlace({ who, identity, attempt, place }: WhoIsBehindFacts): string[] {
  if (attempt !== null) return [];
  if (place !== null)
    return ["No session, or more than one, fits that request: all who came by its username are told."];
  if (identity !== null || !UUID.test(who.trim())) return [];
  return [
    "An id is known where it is that of an event of CloudTrail, or the audit id of a request that is kept.",
  ];
}
