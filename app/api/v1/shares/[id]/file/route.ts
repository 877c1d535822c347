import { answerShareFile, type OfShare } from "@/lib/server/shares/answer-shares";

export const dynamic = "force-dynamic";

export function GET(request: Request, of: OfShare): Promise<Response> {
  return answerShareFile(request, of);
}
