import { currentViewer } from "@/lib/server/access/current-viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_LIMIT = 50;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(
    request,
    endpoints.reportPresentedTokens,
    (investigations, { filter: { range }, limit }) =>
      investigations.reportPresentedTokens(currentViewer(), { range, limit: limit ?? DEFAULT_LIMIT }),
  );
}
