import type { Attempt } from "@/lib/domain/correlate/attempt";
import { configurationAt, withRbac } from "@/lib/domain/explain/configuration/configuration-at";
import { accessOf } from "@/lib/domain/explain/configuration/open-known";
import { compareObserved } from "@/lib/domain/explain/reach/compare-observed";
import { indexAccess } from "@/lib/domain/explain/reach/cluster-access";
import { explainReach } from "@/lib/domain/explain/reach/explain-reach";
import { listReach } from "@/lib/domain/explain/reach/list-reach";
import { type Reach, reachOf } from "@/lib/domain/explain/reach/reach-of";
import { requestOfAudit } from "@/lib/domain/explain/reach/request";
import { readAuthorizationReason } from "@/lib/domain/parse/authorization-reason";
import type { AttemptReach, ObservedRequest } from "@/lib/domain/summarize/configuration/attempt-reach";
import type { StoredRequest } from "@/lib/domain/summarize/requests/request-page";
import type { ReachQuery } from "@/lib/ports/configuration-questions";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { readConfiguration } from "../configuration/read-configuration";
import { requestsOfAttempt } from "../requests/requests-of-attempt";

const COMPARED = 20;

/** What an attempt's identity may do, and what it was seen to be allowed; null = no such attempt. */
export async function reachOfAttempt(
  viewer: Viewer,
  { id, request }: ReachQuery,
  context: InvestigationContext,
): Promise<AttemptReach | null> {
  const attempt = await context.store.find(id);
  if (attempt === null) return null;
  const sources = await context.store.coverage();
  const { history, watched } = await readConfiguration(attempt.cluster, sources, context);
  const at = withRbac(configurationAt(history, attempt.timeMs, watched), history, attempt.timeMs);
  const access = accessOf(at.known);
  const { accessEntries, rbac } = at.parts;
  const none = { summary: null, accessEntries, rbac, asked: null, observed: [] };
  if (access === null) return none;
  const reach = reachOfIdentity(attempt, indexAccess(access));
  if (reach === null) return none;
  const used = await requestsOfAttempt(viewer, { id }, context);
  return {
    ...none,
    summary: listReach(reach),
    asked: request === null ? null : { request, answer: explainReach(reach, request) },
    observed: (used?.requests ?? []).slice(0, COMPARED).map((one) => compare(reach, one)),
  };
}

/** null: nobody came in. */
function reachOfIdentity(
  { kubernetes, caller }: Attempt,
  access: ReturnType<typeof indexAccess>,
): Reach | null {
  if (kubernetes === null) return null;
  const { username, groups } = kubernetes;
  const arn = caller?.canonicalArn ?? null;
  const principal = arn === null ? null : { arn, uniqueId: caller?.uniqueId ?? null };
  return reachOf(access, { username, groups, principal, isImpersonated: false });
}

/** A request made as somebody else is that one's: it says nothing of this identity. */
function compare(reach: Reach, one: StoredRequest): ObservedRequest {
  const { id, timeMs, verb, object, uri, outcome, reason, kubernetes, actsAs } = one;
  const answer = explainReach(reach, requestOfAudit({ verb, object, uri }));
  const decision = outcome === "denied" ? "forbid" : "allow";
  const seen = readAuthorizationReason({ decision, reason, actsAs, user: kubernetes });
  const comparison =
    actsAs === null ? compareObserved(answer, seen) : ({ agreement: "silent", by: null } as const);
  return { id, timeMs, verb, object, uri, outcome, reason, verdict: answer.verdict, comparison };
}
