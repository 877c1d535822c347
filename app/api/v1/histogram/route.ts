import { currentViewer } from "@/lib/server/access/current-viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_BUCKETS = 96;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.countByTime, (investigations, { filter, buckets }) =>
    investigations.countByTime(
      currentViewer(),
      { filter, buckets: buckets ?? DEFAULT_BUCKETS },
      request.signal,
    ),
  );
}
