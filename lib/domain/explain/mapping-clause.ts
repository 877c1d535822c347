import type { MappingExplanation } from "./mapped/explain-mapping";
import type { Culprit } from "./mapped/find-culprit";
import type { MappingGranted } from "./mapping/mapping-decision";
import type { SentencePart } from "./sentence-part";

/** What of an attempt's mapping its sentence tells. */
export interface ToldMapping extends Pick<MappingExplanation, "agreement" | "decision"> {
  readonly culprit: Culprit | null;
}

/**
 * `, because line 12 of aws-auth maps the role Developer`: which entry let the caller in. null = none is known that gives
 * what the log says.
 */
export function mappingClause(mapping: ToldMapping | null, principal: string): SentencePart[] | null {
  if (mapping === null || mapping.agreement !== "agrees" || mapping.decision.outcome === "denied")
    return null;
  const parts = because(mapping.decision);
  return [{ text: ", because " }, ...parts, { text: " maps " }, { text: principal, strong: true }];
}

function because({ backEnd, entry }: MappingGranted): SentencePart[] {
  if (entry === null)
    return [{ text: "aws-auth", strong: true }, { text: " lets all of its account in and" }];
  if (backEnd === "DynamicFile") return [{ text: "an access entry", strong: true }];
  if (backEnd !== "EKSConfigMap") return [{ text: hiddenWords(entry.username), strong: true }];
  const line = entry.place === null ? "" : `line ${entry.place.line} of `;
  return [{ text: `${line}aws-auth`, strong: true }];
}

function hiddenWords(username: string): string {
  return username === "kubernetes-admin"
    ? "the hidden entry of the cluster's creator"
    : "a hidden entry of EKS";
}
