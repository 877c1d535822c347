import { currentViewer } from "@/lib/server/access/current-viewer";
import { toRequestFilter } from "@/lib/search-params/requests/to-request-filter";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_LIMIT = 100;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.searchRequests, (investigations, query, params) => {
    const { cursor, limit } = query;
    const filter = toRequestFilter(params, query.filter);
    return investigations.searchRequests(currentViewer(), { filter, cursor, limit: limit ?? DEFAULT_LIMIT });
  });
}
