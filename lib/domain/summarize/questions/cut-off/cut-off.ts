import type { HoldAtCluster } from "../../../explain/questions/cut-off/cluster-measure";
import { clusterMeasure } from "../../../explain/questions/cut-off/cluster-measure";
import {
  type CredentialHolder,
  credentialMeasures,
} from "../../../explain/questions/cut-off/credential-measures";
import type { Measure } from "../../../explain/questions/cut-off/measure";
import {
  lastUse,
  type SessionKnown,
  sessionEnds,
  type ThingEnd,
} from "../../../explain/questions/cut-off/session-expiry";
import type { SentencePart } from "../../../explain/sentence-part";
import { formatMoment } from "../../../time/format-time";
import type { EpochMs } from "../../../time/time-range";
import type { FacetCount } from "../../attempts/attempt-counts";
import type { IdentityRef } from "../../../identity/identity-ref";

/** A session of somebody, as it was seen at clusters. */
export interface SeenSession extends SessionKnown, CredentialHolder {
  readonly arn: string;
  readonly attempts: number;
  /** Its newest attempt. */
  readonly attemptId: string;
  /** Where it was used, the most first. */
  readonly clusters: readonly Pick<FacetCount, "value" | "count">[];
}

/** All that was gathered of somebody who is to be cut off. */
export interface CutOffFacts {
  readonly who: string;
  readonly nowMs: EpochMs;
  /** Whom that names; null = nothing is known by that name. */
  readonly identity: IdentityRef | null;
  /** Used within the time that is asked about, the latest first. */
  readonly sessions: readonly SeenSession[];
  /** How many more there are. */
  readonly moreSessions: number;
  readonly holds: readonly HoldAtCluster[];
  readonly unread: readonly string[];
}

/** `endless`: its credentials end only when somebody ends them. */
export type SessionState = "alive" | "may-be-alive" | "endless" | "ended" | "unknown";

export interface CutOffSession extends SeenSession {
  readonly state: SessionState;
  readonly ends: readonly ThingEnd[];
}

/** Whether somebody is still in, until when, and what cuts them off. */
export interface CutOff {
  readonly verdict: readonly SentencePart[];
  readonly identity: IdentityRef | null;
  readonly sessions: readonly CutOffSession[];
  readonly moreSessions: number;
  /** The quickest first. */
  readonly measures: readonly Measure[];
  /** What could not be seen, and why. */
  readonly because: readonly string[];
}

export function cutOff(facts: CutOffFacts): CutOff {
  const { nowMs, holds, identity, moreSessions, unread } = facts;
  const sessions = facts.sessions.map((one) => ({
    ...one,
    state: stateOf(one, nowMs),
    ends: sessionEnds(one),
  }));
  const ofClusters = holds.map(clusterMeasure).filter((measure) => measure !== null);
  const ofCredentials = sessions.flatMap((session) => credentialMeasures(session, nowMs));
  return {
    verdict: verdictOf(facts, sessions),
    ...{ identity, sessions, moreSessions },
    measures: distinct([...ofClusters, ...ofCredentials]),
    because: unread,
  };
}

function stateOf(session: SessionKnown, nowMs: EpochMs): SessionState {
  const credentials = sessionEnds(session).find(({ thing }) => thing === "credentials");
  if (credentials?.certainty === "never") return "endless";
  const until = lastUse(session);
  if (until === null) return "unknown";
  if (until <= nowMs) return "ended";
  return credentials?.certainty === "known" ? "alive" : "may-be-alive";
}

function distinct(measures: readonly Measure[]): Measure[] {
  const seen = new Set<string>();
  return measures.filter((measure) => {
    const key = JSON.stringify([measure.title, measure.forms]);
    return seen.has(key) ? false : seen.add(key);
  });
}

function verdictOf(
  { who, identity, holds }: CutOffFacts,
  sessions: readonly CutOffSession[],
): SentencePart[] {
  const name: SentencePart = { text: who, strong: true };
  if (identity === null) return [{ text: "Nothing is known by the name " }, name, { text: "." }];
  const [latest] = sessions;
  if (latest === undefined)
    return [{ text: "No session of " }, name, { text: " was seen at any cluster in this time." }];
  const seen = ` Last seen ${formatMoment(latest.lastMs)} UTC.`;
  const live = sessions.filter(({ state }) => state !== "ended");
  if (live.length === 0)
    return [
      { text: "Every session of " },
      name,
      { text: ` that was seen has ended by itself.${seen} A new one needs new credentials.` },
    ];
  return [name, { text: ` ${howFar(live)}${seen}` }, ...whereIn(holds)];
}

function howFar(live: readonly CutOffSession[]): string {
  if (live.some(({ state }) => state === "endless"))
    return "has a long-term key, which ends only when somebody ends it.";
  const many = live.length === 1 ? "one session" : `${live.length} sessions`;
  const isSure = live.some(({ state }) => state === "alive");
  const until = Math.max(...live.map((session) => lastUse(session) ?? 0));
  const may = `${isSure ? "still has" : "may still have"} ${many} with live credentials`;
  return until === 0
    ? `${may}; until when is not known.`
    : `${may}, good for a cluster until ${formatMoment(until)} UTC at most.`;
}

/** Live credentials let nobody in where no mapping does. */
function whereIn(holds: readonly HoldAtCluster[]): SentencePart[] {
  if (holds.length === 0) return [];
  const open = holds.filter(({ decision }) => decision.outcome === "granted");
  const names = [...new Set(open.map(({ cluster }) => cluster))];
  if (names.length === 0)
    return [{ text: " Of the clusters that saw them none would let them in just now." }];
  const listed = names.flatMap((text, i): SentencePart[] => [
    { text: i === 0 ? " Just now they would be let in to " : ", " },
    { text, strong: true },
  ]);
  return [...listed, { text: "." }];
}
