import type { RequestPage } from "@/lib/domain/summarize/requests/request-page";
import type { RequestQuery } from "@/lib/ports/request-store";
import type { Viewer } from "@/lib/ports/viewer";
import { checkLimit } from "../check-limit";
import type { InvestigationContext } from "../investigation-context";
import { traceRequest } from "../chains/trace-request";

const MOST_ROWS = 500;

/** One page of the requests that are kept, newest first, each with who may have made it. Throws InvalidQuery. */
export async function searchRequests(
  _viewer: Viewer,
  query: RequestQuery,
  { store }: InvestigationContext,
): Promise<RequestPage> {
  checkLimit(query.limit, MOST_ROWS);
  const { rows, next, total } = await store.searchRequests(query);
  const attempts = await store.attemptsBefore(rows);
  return { rows: rows.map((row) => traceRequest(row, attempts)), next, total, range: query.filter.range };
}
