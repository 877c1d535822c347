import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { respondJson } from "@/lib/server/http-errors";

export function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return respondJson(endpoints.requestsOfAttempt, async () =>
    getInvestigations().requestsOfAttempt(LOCAL_VIEWER, { id: (await params).id }),
  );
}
