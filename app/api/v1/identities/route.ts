import { currentViewer } from "@/lib/server/access/current-viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_LIMIT = 8;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.findIdentities, (investigations, { filter, find, limit }) =>
    investigations.findIdentities(currentViewer(), {
      meanings: find,
      text: filter.text,
      limit: limit ?? DEFAULT_LIMIT,
    }),
  );
}
