import { throughOf } from "@/components/attempts/list/row-words";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { formatClock } from "@/lib/domain/time/format-time";

/** A stop on the way from the caller's credentials to the cluster's answer. */
export interface PathStep {
  readonly kind: "session" | "sts" | "decision";
  readonly over: string;
  readonly name: string;
  readonly detail: string;
  readonly mark: string;
  /** Joined by time, undecided or not seen at all: drawn dashed. */
  readonly open: boolean;
  readonly end: Attempt["decision"] | null;
}

export function toPathSteps(detail: AttemptDetail): PathStep[] {
  return [toSession(detail.attempt), toSts(detail), toDecision(detail.attempt)];
}

function toSession(attempt: Attempt): PathStep {
  const { caller } = attempt;
  const step = { kind: "session", over: "credentials of", end: null } as const;
  if (caller === null)
    return { ...step, name: "unknown", detail: "the log names nobody", mark: "not seen", open: true };
  const session = caller.sessionName ? `session ${caller.sessionName}` : (caller.accessKeyId ?? "");
  return { ...step, name: throughOf(attempt) || "unknown", detail: session, mark: "observed", open: false };
}

function toSts({ attempt: { sts }, events }: AttemptDetail): PathStep {
  const chosen = events.find((event) => event.chosen);
  const step = { kind: "sts", end: null } as const;
  if (chosen === undefined) {
    const mark = sts === null ? "not seen" : `${sts.alternatives.length} fit equally`;
    return { ...step, over: "GetCallerIdentity", name: "no event chosen", detail: "", mark, open: true };
  }
  return {
    ...step,
    over: `${formatClock(chosen.timeMs)} · GetCallerIdentity`,
    name: "sent by the authenticator",
    detail: `STS in ${chosen.region}`,
    mark: sts?.confidence === "keyed" ? "keyed" : "joined by time",
    open: sts?.confidence !== "keyed",
  };
}

function toDecision(attempt: Attempt): PathStep {
  const { timeMs, decision, kubernetes, cluster } = attempt;
  return {
    kind: "decision",
    over: `${formatClock(timeMs)} · ${isRebuilt(attempt) ? "first use seen" : `access ${decision}`}`,
    name: decision === "granted" ? kubernetes?.username || "no username" : "turned away",
    detail: decision === "granted" ? (kubernetes?.groups.join(", ") ?? "") : `by ${cluster}`,
    mark: "observed",
    open: false,
    end: decision,
  };
}
