import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadWhoIsBehind } from "@/lib/search-params/questions/who-is-behind-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondToQuestion } from "@/lib/server/respond-to-question";

export function GET(request: Request): Promise<Response> {
  return respondToQuestion(request, endpoints.whoIsBehind, {
    load: loadWhoIsBehind,
    needed: ["who"],
    ask: (query) => getInvestigations().whoIsBehind(currentViewer(), query),
  });
}
