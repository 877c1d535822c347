import type { AnswerStep } from "../../../explain/questions/answer-step";
import { type ExplainedReason, explainReason } from "../../../explain/explain-reason";
import type { SentencePart } from "../../../explain/sentence-part";
import { allowedStep } from "./allowed-step";
import { clientStep } from "./client-step";
import { credentialsStep } from "./credentials-step";
import { mappingStep } from "./mapping-step";
import { signInStep } from "./sign-in-step";
import { stsStep } from "./sts-step";
import { tokenStep } from "./token-step";
import { verdictOf } from "./verdict";
import type { WhyNotInFacts } from "./why-not-in-facts";

/** Why somebody cannot get in to a cluster, stage by stage. */
export interface WhyNotIn {
  readonly verdict: readonly SentencePart[];
  /** In the order of the way in. */
  readonly steps: readonly AnswerStep[];
  /** What to mend, the likeliest first; empty = nothing that is known. */
  readonly reasons: readonly ExplainedReason[];
  /** What the message on their screen means; null = none was given, or it is not known. */
  readonly message: ExplainedReason | null;
}

/** Walks the stages from the sign-in to the permission, each with what proves it. Source: how the authenticator checks a token. */
export function whyNotIn(facts: WhyNotInFacts): WhyNotIn {
  const steps = [
    signInStep(facts.here ?? facts.elsewhere),
    credentialsStep(facts),
    clientStep(facts),
    tokenStep(facts),
    stsStep(facts),
    mappingStep(facts),
    allowedStep(facts),
  ];
  return {
    verdict: verdictOf(facts, steps),
    steps,
    reasons: reasonsOf(facts, steps),
    message: facts.message === null ? null : explainReason(facts.message),
  };
}

function reasonsOf({ here, reasonsNow }: WhyNotInFacts, steps: readonly AnswerStep[]): ExplainedReason[] {
  if (here === null) return [...reasonsNow];
  if (here.attempt.decision === "denied")
    return [...(here.reason ? [here.reason] : []), ...here.otherReasons];
  return steps.at(-1)?.state === "no" ? [explainReason("forbidden")] : [];
}
