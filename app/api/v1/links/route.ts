import { answerLinkMade, answerLinks } from "@/lib/server/links/answer-links";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerLinks();
}

export function POST(request: Request): Promise<Response> {
  return answerLinkMade(request);
}
