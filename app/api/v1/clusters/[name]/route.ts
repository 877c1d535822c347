import { currentViewer } from "@/lib/server/access/current-viewer";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { type OfCluster, respondOfCluster } from "@/lib/server/respond-of-cluster";

export function GET(_request: Request, of: OfCluster): Promise<Response> {
  return respondOfCluster(endpoints.reportCluster, of, (name) =>
    getInvestigations().reportCluster(currentViewer(), { name }),
  );
}
