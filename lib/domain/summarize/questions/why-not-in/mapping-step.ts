import { culpritSentence } from "../../../explain/culprit-sentence";
import { type AnswerStep, answerStep } from "../../../explain/questions/answer-step";
import type { SentencePart } from "../../../explain/sentence-part";
import type { AttemptDetail } from "../../attempts/attempt-detail";
import type { WhyNotInFacts } from "./why-not-in-facts";
import { proofOf } from "./proof-of";

const TITLE = "Are they mapped to a Kubernetes identity?";

/** What the log says of the newest attempt, and what the configuration says of them just now. */
export function mappingStep(facts: WhyNotInFacts): AnswerStep {
  const { here } = facts;
  const now = nowWords(facts);
  if (here === null) {
    if (now.length === 0)
      return answerStep({ title: TITLE, state: "not-seen", because: [notKnownWhy(facts)] });
    return answerStep({ title: TITLE, state: wouldComeIn(facts) ? "yes" : "no", says: now });
  }
  const state = here.attempt.decision === "granted" ? "yes" : "no";
  return answerStep({
    title: TITLE,
    state,
    says: [...thenWords(here), ...now],
    proofs: [proofOf(here.attempt)],
  });
}

/** Whether the configuration of just now lets all of those in who may be meant. */
export function wouldComeIn({ now }: Pick<WhyNotInFacts, "now">): boolean {
  return now.answers.length > 0 && now.answers.every(({ decision }) => decision.outcome === "granted");
}

/** Whether the configuration is known in which mappings stand. */
export function isConfigurationKnown({ now }: Pick<WhyNotInFacts, "now">): boolean {
  const { accessEntries, awsAuth } = now.parts;
  return accessEntries.certainty !== "unknown" || awsAuth.certainty !== "unknown";
}

function thenWords({ attempt, reason, mapping }: AttemptDetail): SentencePart[] {
  const { kubernetes, decision, error } = attempt;
  if (decision === "granted")
    return [
      { text: "They came in as " },
      { text: kubernetes?.username || "no username", code: true },
      { text: "." },
    ];
  const why: SentencePart = reason === null ? { text: error ?? "", code: true } : { text: reason.title };
  return [
    { text: "They were turned away: " },
    why,
    { text: "." },
    ...culpritSentence(mapping?.culprit ?? null),
  ];
}

function nowWords(facts: WhyNotInFacts): SentencePart[] {
  const [first, ...others] = facts.now.answers;
  if (first === undefined || !isConfigurationKnown(facts)) return [];
  const { decision } = first;
  const more = others.length === 0 ? [] : [{ text: ` (one of ${others.length + 1} who may be meant)` }];
  if (decision.outcome === "denied") {
    const title = facts.reasonsNow[0]?.title ?? decision.error;
    return [
      { text: " As the configuration is now, they would be turned away: " },
      { text: title },
      ...more,
      { text: "." },
    ];
  }
  const as: SentencePart = { text: decision.username || "no username", code: true };
  return [{ text: " As the configuration is now, they would come in as " }, as, ...more, { text: "." }];
}

function notKnownWhy(facts: WhyNotInFacts): string {
  if (!isConfigurationKnown(facts)) return "Neither access entries nor aws-auth of this cluster are read.";
  return "Nobody is known by that name: no entry names such a role or user, and nobody came by it within ninety days. An ARN can always be asked about.";
}
