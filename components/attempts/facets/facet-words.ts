import type { CallerClass } from "@/lib/domain/correlate/attempt";
import type { FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";

export const FACET_TITLES: Readonly<Record<FacetName, string>> = {
  decision: "Decision",
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

/** What to call a facet's value; most are shown as they are. */
export function facetValueWords(name: FacetName, value: string): string {
  if (name === "decision") return value === "granted" ? "✓ Granted" : "✕ Denied";
  if (name === "class" && Object.hasOwn(CLASS_WORDS, value)) return CLASS_WORDS[value as CallerClass];
  return value;
}
