import { currentViewer } from "@/lib/server/access/current-viewer";
import { readAskedQuery } from "@/lib/search-params/requests/read-asked-query";
import { checkParameters } from "@/lib/search-params/parameters/check-parameters";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { BadParameters, respondJson } from "@/lib/server/http-errors";

const KNOWN = ["span", "read", "cursor", "limit", "v"];

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return respondJson(endpoints.askRequests, async () => {
    const { searchParams } = new URL(request.url);
    const problems = checkParameters(searchParams, KNOWN);
    if (problems.length > 0) throw new BadParameters(problems);
    const { id } = await params;
    return getInvestigations().askRequests(currentViewer(), { id, ...readAskedQuery(searchParams) });
  });
}
