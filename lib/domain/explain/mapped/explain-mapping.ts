import type { Attempt } from "../../correlate/attempt";
import type { ConfigurationAt } from "../configuration/configuration-at";
import type { ConfigurationPart } from "../configuration/known-configuration";
import { mappingsOf } from "../configuration/open-known";
import { BACK_ENDS_OF_MODE } from "../mapping/back-end-modes";
import { mapIdentity } from "../mapping/map-identity";
import type { MappingDecision, MappingGranted } from "../mapping/mapping-decision";
import { openConfiguration } from "../mapping/open-configuration";
import { INSTANCE_NAME } from "../mapping/render-template";
import { reasonOfDenial } from "../reasons/denial-reason";
import { callerOfAttempt } from "./caller-of-attempt";

/**
 * - `agrees`: the configuration of that time gives what the log says.
 * - `differs`: it gives something else, and nothing is missing of it.
 * - `unknown`: a part of it is not known, and may have decided.
 */
export type Agreement = "agrees" | "differs" | "unknown";

/** An attempt's decision, done again over the configuration of its time. */
export interface MappingExplanation {
  readonly agreement: Agreement;
  readonly decision: MappingDecision;
  /** Parts that the cluster asks and that nobody could read for that time. */
  readonly missing: readonly ConfigurationPart[];
  /** Parts that were read at another time, and may have been something else. */
  readonly assumed: readonly ConfigurationPart[];
}

/** null: the attempt did not come as far as the mapping, or the log does not say who it was. */
export function explainMapping(attempt: Attempt, at: ConfigurationAt): MappingExplanation | null {
  const caller = callerOfAttempt(attempt);
  if (caller === null) return null;
  const mappings = mappingsOf(at.known);
  const decision = mapIdentity(caller, openConfiguration(mappings));
  const asked = partsAsked(at);
  const missing = asked.filter((part) => at.parts[part].certainty === "unknown");
  const assumed = asked.filter((part) => at.parts[part].certainty === "assumed");
  const isSame = isSameAs(attempt, decision);
  const otherwise = missing.length > 0 ? "unknown" : "differs";
  return { agreement: isSame ? "agrees" : otherwise, decision, missing, assumed };
}

/** The parts that decide in the cluster's mode. */
function partsAsked({ known }: ConfigurationAt): ConfigurationPart[] {
  const backEnds = BACK_ENDS_OF_MODE[known.mode ?? "API_AND_CONFIG_MAP"];
  return [
    "mode",
    "hidden",
    ...(backEnds.includes("DynamicFile") ? ["accessEntries" as const] : []),
    ...(backEnds.includes("EKSConfigMap") ? ["awsAuth" as const] : []),
  ];
}

/** Why somebody was denied, the log itself says more exactly: of an instance whose name EC2 did not give, too. */
function isSameAs({ decision, kubernetes, error }: Attempt, computed: MappingDecision): boolean {
  if (decision === "denied")
    return computed.outcome === "denied" || (computed.isOpen && reasonOfDenial(error ?? "") !== "not-mapped");
  return computed.outcome === "granted" && kubernetes !== null && isSameIdentity(kubernetes, computed);
}

/** Whether the log's identity is what a mapping gives. It prints groups with blanks between: one that holds a blank reads as two. */
export function isSameIdentity(
  { username, groups }: Pick<MappingGranted, "username" | "groups">,
  computed: MappingGranted,
): boolean {
  const names = [computed.username, computed.groups.join(" ")];
  const seen = [username, groups.join(" ")];
  return names.every((name, i) => (computed.isOpen ? fits(seen[i] ?? "", name) : seen[i] === name));
}

/** An instance's name, which only EC2 knows, may be anything. */
function fits(seen: string, template: string): boolean {
  const [start = "", ...rest] = template.split(INSTANCE_NAME);
  if (rest.length === 0) return seen === template;
  const end = rest.at(-1) ?? "";
  return seen.length >= start.length + end.length && seen.startsWith(start) && seen.endsWith(end);
}
