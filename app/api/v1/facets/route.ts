import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_LIMIT = 50;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.countByFacet, (investigations, { filter, limit }) =>
    investigations.countByFacet(LOCAL_VIEWER, { filter, limit: limit ?? DEFAULT_LIMIT }, request.signal),
  );
}
