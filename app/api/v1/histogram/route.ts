import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { answerAttemptQuery } from "@/lib/server/answer-attempt-query";

const DEFAULT_BUCKETS = 96;

export function GET(request: Request): Promise<Response> {
  return answerAttemptQuery(request, ["buckets"], (investigations, { filter, buckets }) =>
    investigations.countByTime(LOCAL_VIEWER, { filter, buckets: buckets ?? DEFAULT_BUCKETS }),
  );
}
