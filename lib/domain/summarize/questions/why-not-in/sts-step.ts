import { type AnswerStep, answerStep } from "../../../explain/questions/answer-step";
import type { WhyNotInFacts } from "./why-not-in-facts";
import { proofOf } from "./proof-of";

const TITLE = "Did STS vouch for them?";

/** A denial that names a principal passed STS; one that failed there names nobody. */
export function stsStep({ here, nameless }: WhyNotInFacts): AnswerStep {
  const arn = here?.attempt.caller?.arn ?? here?.attempt.caller?.canonicalArn ?? null;
  if (here !== null && arn !== null) {
    const says = [{ text: "As " }, { text: arn, code: true }, { text: "." }];
    return answerStep({ title: TITLE, state: "yes", says, proofs: [proofOf(here.attempt)] });
  }
  if (nameless.newest === null) return answerStep({ title: TITLE, state: "not-reached" });
  const error = nameless.newest.error ?? "";
  return answerStep({
    title: TITLE,
    state: "not-seen",
    says: [
      { text: "The newest that failed before it says " },
      { text: error, code: true, claimed: true },
      { text: "." },
    ],
    because: ["The line of a token that STS refuses names nobody."],
    proofs: [proofOf(nameless.newest)],
  });
}
