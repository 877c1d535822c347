import type { ExplainedFix, ExplainedReason } from "../explain-reason";
import type { Fix, Remedy } from "../reasons/reason";
import { reasonOf } from "../reasons/registry";
import { formsOfRemedy } from "../remedies/forms-of-remedy";
import type { MappingDenial, MappingReason } from "./mapping-denial";
import { meantBy } from "./meant-by";
import { wholeArn } from "./whole-arn";

/**
 * A reason with the fixes that work in this cluster's mode and where the entry stands, each with its own values: the change of
 * aws-auth as a diff of its lines, the access entry with the names and policies that it had, and whom each makes of the caller.
 */
export function explainNotMapped(reason: MappingReason, denial: MappingDenial): ExplainedReason {
  const { stage, title, meaning, proof, fixes } = reasonOf(reason.code);
  const working = fixes.filter(({ remedy }: Fix) => worksHere(remedy, reason, denial));
  const explained = working.map(
    ({ step, doer, remedy }: Fix, i): ExplainedFix => ({
      step: i === 0 ? asFirst(step) : step,
      doer,
      forms: remedy === undefined ? [] : formsOf(remedy, reason, denial),
    }),
  );
  return { code: reason.code, stage, title, meaning, proof, fixes: explained };
}

function formsOf(remedy: Remedy, reason: MappingReason, denial: MappingDenial) {
  const who = wholeArn(denial.who, reason);
  return formsOfRemedy(remedy, who, meantBy(remedy, reason, denial, who));
}

const CORRECTIONS: ReadonlySet<string | undefined> = new Set<Remedy>([
  "aws-auth-arn",
  "aws-auth-field",
  "aws-auth-key",
  "aws-auth-list",
  "aws-auth-username",
]);

function worksHere(
  remedy: Remedy | undefined,
  { backEnd }: MappingReason,
  { known }: MappingDenial,
): boolean {
  if (CORRECTIONS.has(remedy)) return backEnd === "EKSConfigMap" && known.mode !== "API";
  if (remedy === "aws-auth-entry") return known.mode !== "API";
  return remedy !== "access-entry" || known.mode !== "CONFIG_MAP";
}

/** A fix that was the second choice may be the only one. */
function asFirst(step: string): string {
  return step.startsWith("Or ") ? step.charAt(3).toUpperCase() + step.slice(4) : step;
}
