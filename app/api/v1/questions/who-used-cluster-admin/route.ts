import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadClusterAdmin } from "@/lib/search-params/questions/cluster-admin-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondToQuestion } from "@/lib/server/respond-to-question";

export function GET(request: Request): Promise<Response> {
  return respondToQuestion(request, endpoints.clusterAdmin, {
    load: loadClusterAdmin,
    needed: ["cluster"],
    ask: (query) => getInvestigations().clusterAdmin(currentViewer(), query),
  });
}
