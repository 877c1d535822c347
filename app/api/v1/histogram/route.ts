import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";
import { endpoints } from "@/lib/server/api/endpoints";

const DEFAULT_BUCKETS = 96;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, endpoints.countByTime, (investigations, { filter, buckets }) =>
    investigations.countByTime(LOCAL_VIEWER, { filter, buckets: buckets ?? DEFAULT_BUCKETS }, request.signal),
  );
}
