import { answerShares, answerSharesChange } from "@/lib/server/shares/answer-shares";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerShares();
}

export function POST(request: Request): Promise<Response> {
  return answerSharesChange(request);
}
