import { answerAudit } from "@/lib/server/audit/answer-audit";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answerAudit(request);
}
