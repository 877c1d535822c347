import { currentViewer } from "@/lib/server/access/current-viewer";
import { toRequestFilter } from "@/lib/search-params/requests/to-request-filter";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_LIMIT = 50;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.countRequests, (investigations, { filter, limit }, params) =>
    investigations.countRequests(currentViewer(), {
      filter: toRequestFilter(params, filter),
      limit: limit ?? DEFAULT_LIMIT,
    }),
  );
}
