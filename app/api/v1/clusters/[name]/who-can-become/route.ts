import { currentViewer } from "@/lib/server/access/current-viewer";
import { checkParameters } from "@/lib/search-params/parameters/check-parameters";
import { readIdentityAsked } from "@/lib/search-params/clusters/configuration-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { BadParameters } from "@/lib/server/http-errors";
import { type OfCluster, respondOfCluster } from "@/lib/server/respond-of-cluster";

export function GET(request: Request, of: OfCluster): Promise<Response> {
  return respondOfCluster(endpoints.whoCanBecome, of, async (cluster) => {
    const { searchParams } = new URL(request.url);
    const problems = checkParameters(searchParams, ["username", "group", "v"]);
    if (problems.length > 0) throw new BadParameters(problems);
    const asked = readIdentityAsked(searchParams);
    if (asked === null)
      throw new BadParameters([
        { parameter: "username", message: 'Parameter "username" or "group" is needed.' },
      ]);
    return getInvestigations().whoCanBecome(currentViewer(), { cluster, ...asked });
  });
}
