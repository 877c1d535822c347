import type { Tone } from "@/components/ui/chip";
import { formatPlural } from "@/components/ui/format-count";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";

/** How sure it is which CloudTrail event belongs to an attempt, as a chip and in a sentence. */
export interface ConfidenceWords {
  readonly chip: string;
  readonly tone: Tone;
  readonly sentence: string;
}

export function describeConfidence(attempt: Attempt): ConfidenceWords {
  const { sts, caller } = attempt;
  if (isRebuilt(attempt)) return REBUILT;
  if (sts === null) {
    return {
      chip: "No STS event",
      tone: "open",
      sentence: "No GetCallerIdentity event was found for this attempt.",
    };
  }
  const others = sts.alternatives.length;
  if (sts.eventId === null) return toTie(others);
  if (sts.confidence === "keyed") {
    return {
      chip: "● STS event keyed",
      tone: "plain",
      sentence:
        "The event carries the same access key id as the log line, and no other call of that key is near in time.",
    };
  }
  if (sts.confidence === "observed") {
    return { chip: "● STS event observed", tone: "plain", sentence: "The record itself names the event." };
  }
  return {
    chip: "◌ STS event joined by time",
    tone: "open",
    sentence: toTimedSentence(others, hasKey(caller)),
  };
}

const REBUILT: ConfidenceWords = {
  chip: "◌ From the audit log",
  tone: "open",
  sentence:
    "The authenticator log was off. The audit log proves that the cluster had let the session in before the time shown, not when, so no GetCallerIdentity is joined.",
};

function toTie(candidates: number): ConfidenceWords {
  return {
    chip: "◌ STS event not decided",
    tone: "open",
    sentence: `${formatPlural(candidates, "call")} fit equally well, so none is chosen.`,
  };
}

function toTimedSentence(others: number, keyed: boolean): string {
  const base = keyed
    ? "The event carries the same access key id, and of its calls this one fits the time best."
    : "The log line names no access key, so the event is joined by principal and time.";
  return others === 0
    ? base
    : `${base} ${formatPlural(others, "other call")} of the window could also be it.`;
}

function hasKey(caller: Attempt["caller"]): boolean {
  return Boolean(caller?.accessKeyId);
}
