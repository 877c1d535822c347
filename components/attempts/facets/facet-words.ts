import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import type { CallerClass, Decision } from "@/lib/domain/correlate/attempt";
import { findReason } from "@/lib/domain/explain/reasons/registry";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";

export const FACET_TITLES: Readonly<Record<FacetName, string>> = {
  decision: "Decision",
  reason: "Reason of a denial",
  class: "What is behind it",
  origin: "Who is behind it",
  cluster: "Cluster",
  username: "Kubernetes username",
  group: "Kubernetes group",
  role: "Role or user",
  session: "Session name",
  account: "AWS account",
};

export const CLASS_WORDS: Readonly<Record<CallerClass, string>> = {
  person: "Person",
  node: "Node",
  ci: "CI",
  workload: "Workload",
  aws: "AWS",
  root: "Root user",
  unknown: "Unknown",
};

const DECISION_WORDS: Readonly<Record<Decision, string>> = { granted: "✓ Granted", denied: "✕ Denied" };

/** What to call a facet's value; most are shown as they are. */
export function facetValueWords(name: FacetName, value: string): string {
  if (name === "decision" && Object.hasOwn(DECISION_WORDS, value)) return DECISION_WORDS[value as Decision];
  if (name === "class" && Object.hasOwn(CLASS_WORDS, value)) return CLASS_WORDS[value as CallerClass];
  const reason = name === "reason" ? findReason(value) : null;
  return reason === null ? value : beginSentence(reason.title);
}
