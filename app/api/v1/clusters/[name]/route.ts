import { unknownClusterMessage } from "@/lib/domain/summarize/clusters/unknown-cluster";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { readPathName } from "@/lib/search-params/read-path-name";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { NotThere, respondJson } from "@/lib/server/http-errors";

export function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return respondJson(endpoints.reportCluster, async () => {
    const name = readPathName((await params).name);
    const investigations = getInvestigations();
    const report = await investigations.reportCluster(LOCAL_VIEWER, { name });
    if (report !== null) return report;
    const { clusters } = await investigations.reportCoverage(LOCAL_VIEWER, {});
    throw new NotThere(unknownClusterMessage(name, clusters));
  });
}
