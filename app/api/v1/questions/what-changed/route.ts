import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadWhatChanged } from "@/lib/search-params/questions/what-changed-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondToQuestion } from "@/lib/server/respond-to-question";

export function GET(request: Request): Promise<Response> {
  return respondToQuestion(request, endpoints.whatChanged, {
    load: loadWhatChanged,
    needed: ["cluster"],
    ask: (query) => getInvestigations().whatChanged(currentViewer(), query),
  });
}
