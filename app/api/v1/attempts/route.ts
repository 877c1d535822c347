import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";

const DEFAULT_LIMIT = 100;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, ["cursor", "limit"], (investigations, { filter, cursor, limit }) =>
    investigations.searchAttempts(LOCAL_VIEWER, { filter, cursor, limit: limit ?? DEFAULT_LIMIT }),
  );
}
