import { answerIncidentMarkdown, type OfIncident } from "@/lib/server/incidents/answer-incidents";

export function GET(request: Request, of: OfIncident): Promise<Response> {
  return answerIncidentMarkdown(request, of);
}
