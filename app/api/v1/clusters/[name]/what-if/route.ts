import { currentViewer } from "@/lib/server/access/current-viewer";
import { checkParameters } from "@/lib/search-params/parameters/check-parameters";
import { readWhoAsked } from "@/lib/search-params/clusters/configuration-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { BadParameters } from "@/lib/server/http-errors";
import { type OfCluster, respondOfCluster } from "@/lib/server/respond-of-cluster";

export function GET(request: Request, of: OfCluster): Promise<Response> {
  return respondOfCluster(endpoints.whatIf, of, async (cluster) => {
    const { searchParams } = new URL(request.url);
    const problems = checkParameters(searchParams, ["who", "session", "v"]);
    if (problems.length > 0) throw new BadParameters(problems);
    const asked = readWhoAsked(searchParams);
    if (asked === null)
      throw new BadParameters([{ parameter: "who", message: 'Parameter "who" is needed.' }]);
    return getInvestigations().whatIf(currentViewer(), { cluster, ...asked });
  });
}
