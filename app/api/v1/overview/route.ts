import { currentViewer } from "@/lib/server/access/current-viewer";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { BadParameters, respondJson } from "@/lib/server/http-errors";
import { loadOverviewView } from "@/lib/search-params/overview/overview-view";

export function GET(request: Request): Promise<Response> {
  return respondJson(endpoints.reportOverview, async () => {
    const { lastMs, problems } = loadOverviewView(new URL(request.url).searchParams);
    if (problems.length > 0) throw new BadParameters(problems);
    return getInvestigations().reportOverview(currentViewer(), { lastMs });
  });
}
