import { answerLive } from "@/lib/server/live/answer-live";

export function GET(request: Request): Promise<Response> {
  return answerLive(request);
}
