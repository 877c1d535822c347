import type { Attempt } from "@/lib/domain/correlate/attempt";
import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";

/** Attempts as lines of text: the sentence, then the event behind it. */
export function toSentences(attempts: readonly Attempt[]): string[] {
  return attempts.map((attempt) => `${sentenceText(attempt)} ${eventText(attempt)}`);
}

export function sentenceText(attempt: Attempt): string {
  return attemptSentence(attempt)
    .map((part) => part.text)
    .join("");
}

function eventText({ sts }: Attempt): string {
  if (sts === null) return "(no event)";
  const others = sts.alternatives.length === 0 ? "" : `, or ${sts.alternatives.join(", ")}`;
  return `(${sts.eventId ?? "undecided"}, ${sts.confidence}${others})`;
}
