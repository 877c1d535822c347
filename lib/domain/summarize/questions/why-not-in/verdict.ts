import { attemptSentence } from "../../../explain/attempt-sentence";
import type { AnswerStep } from "../../../explain/questions/answer-step";
import type { SentencePart } from "../../../explain/sentence-part";
import { formatMoment } from "../../../time/format-time";
import { isConfigurationKnown, wouldComeIn } from "./mapping-step";
import type { WhyNotInFacts } from "./why-not-in-facts";

/** The answer in a sentence or two: where it ends, and what that means. */
export function verdictOf(facts: WhyNotInFacts, steps: readonly AnswerStep[]): SentencePart[] {
  if (facts.here === null) return withoutToken(facts, steps);
  const { attempt, mapping } = facts.here;
  const at: SentencePart = { text: `At ${formatMoment(attempt.timeMs)} UTC ` };
  const told = [at, ...attemptSentence(attempt, mapping)];
  if (attempt.decision === "granted") return [...told, ...afterComingIn(facts, steps)];
  return wouldComeIn(facts) ? [...told, MENDED] : told;
}

const MENDED: SentencePart = {
  text: " The configuration has been changed since, and would let them in now: they should try again.",
};

/** Who came in at last was perhaps turned away before, or is refused what he tries. */
function afterComingIn({ denied }: WhyNotInFacts, steps: readonly AnswerStep[]): SentencePart[] {
  if (steps.at(-1)?.state === "no")
    return [{ text: " They get in to the cluster; what ends there is what they try to do in it." }];
  if (denied.newest === null)
    return [{ text: " They did get in: no attempt of theirs was denied in this time." }];
  return [{ text: ` They get in now; the last denial was at ${formatMoment(denied.newest.timeMs)} UTC.` }];
}

function withoutToken(facts: WhyNotInFacts, steps: readonly AnswerStep[]): SentencePart[] {
  const { who, cluster } = facts;
  const isRead = steps[3]?.state === "no";
  const none: SentencePart[] = [
    { text: isRead ? "No token of " : "No token is known of " },
    { text: who, strong: true },
    { text: isRead ? " reached " : " at " },
    { text: cluster, strong: true },
    { text: " in this time. " },
  ];
  return [...none, { text: beforeTheCluster(facts) }];
}

function beforeTheCluster(facts: WhyNotInFacts): string {
  const { now, elsewhere } = facts;
  const has = elsewhere === null ? "" : " They have working credentials: another cluster saw them.";
  if (now.answers.length === 0) return `Nobody is known there by that name.${has}`;
  if (!isConfigurationKnown(facts)) return `Whether they are mapped there is not known.${has}`;
  if (!wouldComeIn(facts)) return `If one came now, it would be turned away: ${reasonNow(facts)}.${has}`;
  return `They would be let in, so it ends before the cluster: on their machine, at the sign-in, or on the way.${has}`;
}

function reasonNow({ reasonsNow }: WhyNotInFacts): string {
  return reasonsNow[0]?.title ?? "the mapping lets no such one in";
}
