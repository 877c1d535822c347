import { answerIncidents, answerIncidentsChange } from "@/lib/server/incidents/answer-incidents";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerIncidents();
}

export function POST(request: Request): Promise<Response> {
  return answerIncidentsChange(request);
}
