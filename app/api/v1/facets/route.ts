import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";

const DEFAULT_LIMIT = 50;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, ["limit"], (investigations, { filter, limit }) =>
    investigations.countByFacet(LOCAL_VIEWER, { filter, limit: limit ?? DEFAULT_LIMIT }),
  );
}
