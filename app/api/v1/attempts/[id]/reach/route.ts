import { currentViewer } from "@/lib/server/access/current-viewer";
import { checkParameters } from "@/lib/search-params/parameters/check-parameters";
import { readReachAsked } from "@/lib/search-params/clusters/configuration-query";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { BadParameters, respondJson } from "@/lib/server/http-errors";

const KNOWN = ["verb", "resource", "namespace", "name", "v"];

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return respondJson(endpoints.reachOfAttempt, async () => {
    const { searchParams } = new URL(request.url);
    const problems = checkParameters(searchParams, KNOWN);
    if (problems.length > 0) throw new BadParameters(problems);
    const { id } = await params;
    return getInvestigations().reachOfAttempt(currentViewer(), { id, request: readReachAsked(searchParams) });
  });
}
