import { currentViewer } from "@/lib/server/access/current-viewer";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondJson } from "@/lib/server/http-errors";

export function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return respondJson(endpoints.explainRequest, async () =>
    getInvestigations().explainRequest(currentViewer(), { id: (await params).id }),
  );
}
