import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadWhyNotIn } from "@/lib/search-params/questions/why-not-in-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondToQuestion } from "@/lib/server/respond-to-question";

export function GET(request: Request): Promise<Response> {
  return respondToQuestion(request, endpoints.whyNotIn, {
    load: loadWhyNotIn,
    needed: ["cluster", "who"],
    ask: (query) => getInvestigations().whyNotIn(currentViewer(), query),
  });
}
