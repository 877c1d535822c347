import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadCutOff } from "@/lib/search-params/questions/cut-off-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondToQuestion } from "@/lib/server/respond-to-question";

export function GET(request: Request): Promise<Response> {
  return respondToQuestion(request, endpoints.cutOff, {
    load: loadCutOff,
    needed: ["who"],
    ask: (query) => getInvestigations().cutOff(currentViewer(), query),
  });
}
