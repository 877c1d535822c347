import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { findSessions } from "@/lib/domain/correlate/request-sessions";
import { weakerOf } from "@/lib/domain/correlate/weaker-of";
import type { StoredRequest, TracedRequest } from "@/lib/domain/summarize/requests/request-page";

/** A request with the sessions that may have made it, of these attempts. */
export function traceRequest(request: StoredRequest, attempts: readonly TracedAttempt[]): TracedRequest {
  const here = attempts.filter(({ cluster }) => cluster === request.cluster);
  const sessions = findSessions(request, here);
  const [only, ...others] = sessions;
  const origin = here.find(({ id }) => id === only?.attemptId)?.origin ?? null;
  if (only === undefined || others.length > 0 || origin === null) return { request, sessions, origin: null };
  const confidence = origin.confidence === null ? null : weakerOf(only.confidence, origin.confidence);
  return { request, sessions, origin: { ...origin, confidence } };
}
