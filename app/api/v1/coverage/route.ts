import { currentViewer } from "@/lib/server/access/current-viewer";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondJson } from "@/lib/server/http-errors";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return respondJson(endpoints.reportCoverage, () => getInvestigations().reportCoverage(currentViewer(), {}));
}
