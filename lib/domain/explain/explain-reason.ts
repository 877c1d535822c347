import { formsOfRemedy } from "./remedies/forms-of-remedy";
import { ANYBODY, type PrincipalAtCluster } from "./remedies/principal-at-cluster";
import type { RemedyForm } from "./remedies/remedy-form";
import type { Fix, Reason } from "./reasons/reason";
import { type ReasonCode, reasonOf } from "./reasons/registry";

/** A reason for one principal and cluster. */
export interface ExplainedReason extends Pick<Reason, "stage" | "title" | "meaning" | "proof"> {
  readonly code: ReasonCode;
  /** The likeliest first. */
  readonly fixes: readonly ExplainedFix[];
}

export interface ExplainedFix extends Pick<Fix, "step" | "doer"> {
  /** Ready to copy, with the principal's own values. */
  readonly forms: readonly RemedyForm[];
}

/** A reason with its fixes in `who`'s own values; without `who`, words in capitals stand for them. */
export function explainReason(code: ReasonCode, who: PrincipalAtCluster = ANYBODY): ExplainedReason {
  const { stage, title, meaning, proof, fixes } = reasonOf(code);
  return {
    code,
    stage,
    title,
    meaning,
    proof,
    fixes: fixes.map(({ step, doer, remedy }) => ({
      step,
      doer,
      forms: remedy === undefined ? [] : formsOfRemedy(remedy, who),
    })),
  };
}
