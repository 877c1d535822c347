import { answerShare, answerShareBySecret, type OfShare } from "@/lib/server/shares/answer-shares";

export const dynamic = "force-dynamic";

export function GET(request: Request, of: OfShare): Promise<Response> {
  return answerShare(request, of);
}

export function POST(request: Request, of: OfShare): Promise<Response> {
  return answerShareBySecret(request, of);
}
