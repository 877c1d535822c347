import { answerViewChange, answerViews } from "@/lib/server/views/answer-views";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerViews();
}

export function POST(request: Request): Promise<Response> {
  return answerViewChange(request);
}
