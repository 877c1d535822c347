import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { weakerOf } from "@/lib/domain/correlate/weaker-of";
import { findSessions } from "@/lib/domain/correlate/request-sessions";
import type { RequestPage, StoredRequest, TracedRequest } from "@/lib/domain/summarize/request-page";
import { InvalidQuery } from "@/lib/ports/event-store";
import type { RequestQuery } from "@/lib/ports/request-store";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";

const MOST_ROWS = 500;

/** One page of the requests that are kept, newest first, each with who may have made it. Throws InvalidQuery. */
export async function searchRequests(
  _viewer: Viewer,
  query: RequestQuery,
  { store }: InvestigationContext,
): Promise<RequestPage> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MOST_ROWS) {
    throw new InvalidQuery("limit", `is a whole number from 1 to ${MOST_ROWS}`);
  }
  const { rows, next, total } = await store.searchRequests(query);
  const attempts = await store.attemptsBefore(rows);
  return { rows: rows.map((row) => traceRequest(row, attempts)), next, total, range: query.filter.range };
}

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
