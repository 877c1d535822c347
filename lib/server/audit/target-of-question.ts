import { printIdentityId, type IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Question } from "../engine/rpc";

interface Asked {
  readonly id: string;
  readonly ids: readonly string[];
  readonly text: string;
  readonly who: string;
  readonly name: string;
  readonly cluster: string | readonly string[];
  readonly range: TimeRange;
}

type Target = (query: Partial<Asked>) => string;

const attempt: Target = ({ id }) => `attempt ${id}`;
const named =
  (question: string): Target =>
  (query) =>
    [question, ...words(query)].join(" ");

/**
 * Questions whose answers hold raw identity data of one, and what of the question is noted: never a whole record (facts:
 * security §3.5). Parts of an attempt's page are one view of it. Lists and counts are not noted; to take a list along is.
 */
const TARGETS: Partial<Record<Question, Target>> = {
  explainAttempt: attempt,
  traceChain: attempt,
  requestsOfAttempt: attempt,
  reachOfAttempt: attempt,
  askRequests: ({ id }) => `all requests around attempt ${id}`,
  traceChains: ({ ids = [] }) => `chains of ${ids.length} attempts from ${ids[0] ?? "none"} on`,
  explainRequest: ({ id }) => `request ${id}`,
  searchRaw: named("raw lines"),
  reportIdentity: (query) => `identity ${printIdentityId(query as unknown as IdentityRef)}`,
  whoIsBehind: named("who is behind"),
  whoDidThis: named("who did this"),
  whyNotIn: named("why not in"),
  cutOff: named("still in"),
  clusterAdmin: named("who used cluster-admin"),
  whoCanBecome: named("who can become"),
};

/** What is noted of a question; null = it is not. */
export function targetOfQuestion(question: string, query: unknown): string | null {
  if (!Object.hasOwn(TARGETS, question)) return null;
  return TARGETS[question as Question]?.(Object(query) as Partial<Asked>) ?? null;
}

/** Without the end of the time: it moves with the clock, and the same question would be another each time. */
function words({ text, who, name, cluster }: Partial<Asked>): string[] {
  const clusters = typeof cluster === "string" ? [cluster] : (cluster ?? []);
  const asked = [text, who, name].filter((one) => typeof one === "string").map((one) => JSON.stringify(one));
  return clusters.length === 0 ? asked : [...asked, `in ${clusters.join(", ")}`];
}
