import { currentViewer } from "@/lib/server/access/current-viewer";
import { DEED_PARAMETERS, loadWhoDidThis } from "@/lib/search-params/questions/who-did-this-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondToQuestion } from "@/lib/server/respond-to-question";

export function GET(request: Request): Promise<Response> {
  return respondToQuestion(request, endpoints.whoDidThis, {
    load: loadWhoDidThis,
    needed: [],
    anyOf: DEED_PARAMETERS,
    ask: (query) => getInvestigations().whoDidThis(currentViewer(), query),
  });
}
