import type { ExplainedReason } from "../explain-reason";
import type { ReasonCode } from "../reasons/registry";
import { explainNotMapped } from "./explain-not-mapped";
import type { MappingDenial, MappingReason } from "./mapping-denial";
import { refusedEntry } from "./refused-entry";
import { whyNotMapped } from "./why-not-mapped";

/** A reason, the entry that it is about, and the fixes with their own values. */
export interface ExplainedMapping {
  readonly reason: MappingReason;
  readonly explained: ExplainedReason;
}

/**
 * What the cluster's configuration tells of a denial of the stage "mapping": the likeliest reasons, at most five; never empty.
 * `code` is what the authenticator's words say, and `configurationAgeMs` how long before the denial the configuration had
 * become what it was (null = nobody knows).
 */
export function explainMappingDenial(
  code: ReasonCode,
  denial: MappingDenial,
  configurationAgeMs: number | null = null,
): ExplainedMapping[] {
  return reasonsOf(code, denial, configurationAgeMs).map((reason) => ({
    reason,
    explained: explainNotMapped(reason, denial),
  }));
}

function reasonsOf(
  code: ReasonCode,
  { caller, known, awsAuthText }: MappingDenial,
  configurationAgeMs: number | null,
): MappingReason[] {
  const none: MappingReason = { ...NO_ENTRY, code };
  if (code !== "not-mapped") return [refusedEntry(code, caller, known) ?? none];
  const found = whyNotMapped(caller, known, { awsAuthText, configurationAgeMs });
  return found.length === 0 ? [none] : found.slice(0, MOST_REASONS);
}

/** Each is tried on the whole text. */
const MOST_REASONS = 5;

const NO_ENTRY: Omit<MappingReason, "code"> = {
  backEnd: "EKSConfigMap",
  entry: null,
  place: null,
  accessEntry: null,
  mistake: null,
};
