import { answerIncidentEvidence, type OfEntry } from "@/lib/server/incidents/answer-incidents";

export function GET(_request: Request, of: OfEntry): Promise<Response> {
  return answerIncidentEvidence(of);
}
