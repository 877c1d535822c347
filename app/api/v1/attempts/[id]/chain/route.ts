import { currentViewer } from "@/lib/server/access/current-viewer";
import { checkParameters } from "@/lib/search-params/parameters/check-parameters";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { BadParameters, respondJson } from "@/lib/server/http-errors";

const KNOWN = ["lookUp", "v"];

export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return respondJson(endpoints.traceChain, async () => {
    const { searchParams } = new URL(request.url);
    const problems = checkParameters(searchParams, KNOWN);
    if (problems.length > 0) throw new BadParameters(problems);
    const lookUp = searchParams.has("lookUp");
    return getInvestigations().traceChain(currentViewer(), { id: (await params).id, lookUp });
  });
}
