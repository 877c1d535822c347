import { currentViewer } from "@/lib/server/access/current-viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_LIMIT = 100;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.searchAttempts, (investigations, query) => {
    const { filter, cursor, position, atMs, limit } = query;
    const page = { filter, cursor, position, atMs, limit: limit ?? DEFAULT_LIMIT };
    return investigations.searchAttempts(currentViewer(), page, request.signal);
  });
}
