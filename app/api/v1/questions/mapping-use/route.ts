import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadMappingUse } from "@/lib/search-params/questions/mapping-use-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondToQuestion } from "@/lib/server/respond-to-question";

export function GET(request: Request): Promise<Response> {
  return respondToQuestion(request, endpoints.mappingUse, {
    load: loadMappingUse,
    needed: ["cluster"],
    ask: (query) => getInvestigations().mappingUse(currentViewer(), query),
  });
}
