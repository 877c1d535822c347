import { answerSessionEnd, answerSessions } from "@/lib/server/sign-in/answer-sessions";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerSessions();
}

export function POST(request: Request): Promise<Response> {
  return answerSessionEnd(request);
}
