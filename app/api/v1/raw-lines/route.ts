import { currentViewer } from "@/lib/server/access/current-viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { toRawQuery } from "@/lib/server/to-raw-query";

/** Ends its search when the client goes away. */
export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.searchRaw, (investigations, query) =>
    investigations.searchRaw(currentViewer(), toRawQuery(query), request.signal),
  );
}
