import type { TimeRange } from "../time/time-range";
import type { Attempt, EvidenceRef, KubernetesIdentity } from "./attempt";
import { classifyCaller } from "./caller-class";
import type { UseRecord } from "./identity-use";
import type { LineRecord } from "./line-record";
import { matchStsEvents } from "./match-sts-events";
import { leaveSlowOpen } from "./matching/leave-slow-open";
import type { StsMatchWithRefs } from "./matching/sts-match";
import { pairLines } from "./pair-lines";
import type { PairedAttempt } from "./paired-attempt";
import type { StsCandidate } from "./sts-candidate";
import { findUnclaimedTokens } from "./unclaimed-tokens";
import { rebuildFromUses } from "./use-attempts";

export interface CorrelateInput {
  readonly lines: readonly LineRecord[];
  readonly events: readonly StsCandidate[];
  /** Of the audit log, where that is read. */
  readonly uses?: readonly UseRecord[];
  /** Region of a cluster, for lines that do not print the STS endpoint. */
  readonly regionOf: (cluster: string) => string;
}

/**
 * Lines and events → attempts by (time, id), each with the records that prove it. Depends on the sets alone: order of
 * arrival and duplicates do not matter. All clusters belong in one call: a key used on two of them competes for the
 * same events.
 */
export function correlate({ lines, events, uses = [], regionOf }: CorrelateInput): Attempt[] {
  const paired = pairLines(lines).attempts;
  const matches = leaveSlowOpen(paired, matchStsEvents(paired, events, regionOf));
  const attempts = paired.map((attempt, i) => toAttempt(attempt, matches[i] ?? null));
  if (uses.length === 0) return attempts;
  return [...attempts, ...rebuildFromUses(uses, lines)].sort(
    (a, b) => a.timeMs - b.timeMs || (a.id < b.id ? -1 : 1),
  );
}

/** What follows from the records of a stretch of time. */
export interface Derived {
  readonly attempts: readonly Attempt[];
  /** Checks of tokens that no attempt accounts for; see findUnclaimedTokens. */
  readonly unclaimed: readonly StsCandidate[];
}

/**
 * What follows for `keep`, exactly as from everything, so that an hour can be derived by itself: no event is given out
 * twice by two hours. `lines`, `uses` and `events` must hold all of `neededFor(keep)`.
 */
export function deriveWithin(input: CorrelateInput & { readonly keep: TimeRange }): Derived {
  const { from, to } = input.keep;
  const isKept = ({ timeMs }: { readonly timeMs: number }) => timeMs >= from && timeMs < to;
  const attempts = correlate(input);
  const unclaimed = findUnclaimedTokens(attempts, input.events).filter(isKept);
  return { attempts: attempts.filter(isKept), unclaimed };
}

function toAttempt(paired: PairedAttempt, match: StsMatchWithRefs | null): Attempt {
  const { recordId, timeMs, cluster, event } = paired.decision;
  const kubernetes: KubernetesIdentity | null =
    event.type === "access-granted"
      ? { username: event.username, groups: event.groups, uid: event.uid }
      : null;
  return {
    id: recordId,
    timeMs,
    cluster,
    decision: event.type === "access-granted" ? "granted" : "denied",
    class: classifyCaller(paired.caller, kubernetes, match !== null),
    caller: paired.caller,
    kubernetes,
    error: event.type === "access-denied" ? event.error : null,
    stsEndpoint: paired.stsEndpoint,
    sts: match && { eventId: match.eventId, confidence: match.confidence, alternatives: match.alternatives },
    evidence: evidenceOf(paired, match?.event ?? null),
  };
}

/** STS responses, the deciding line, the chosen event. */
function evidenceOf(paired: PairedAttempt, event: StsCandidate | null): readonly EvidenceRef[] {
  const refs = [...responsesOf(paired), paired.decision].map(
    ({ stream, eventId, recordId }): EvidenceRef => ({ source: "authenticator", stream, eventId, recordId }),
  );
  if (event === null) return refs;
  const { stream, eventId, recordId } = event;
  return [...refs, { source: "cloudtrail", stream, eventId, recordId }];
}

function responsesOf({ response, tangled }: PairedAttempt): readonly LineRecord[] {
  return response === null ? tangled : [response];
}
