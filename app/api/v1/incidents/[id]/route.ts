import {
  answerIncident,
  answerIncidentChange,
  type OfIncident,
} from "@/lib/server/incidents/answer-incidents";

export function GET(_request: Request, of: OfIncident): Promise<Response> {
  return answerIncident(of);
}

export function POST(request: Request, of: OfIncident): Promise<Response> {
  return answerIncidentChange(request, of);
}
