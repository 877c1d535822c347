import { parseIdentityId } from "@/lib/domain/identity/identity-ref";
import { noSuchIdentity, UNREADABLE_IDENTITY } from "@/lib/domain/summarize/identities/no-such-identity";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { fromPathSegments } from "@/lib/search-params/identities/identity-path";
import { endpoints } from "@/lib/server/api/endpoints";
import { getInvestigations } from "@/lib/server/get-investigations";
import { NotThere, respondJson } from "@/lib/server/http-errors";

const NEAR = 5;

export function GET(_request: Request, { params }: { params: Promise<{ id: string[] }> }): Promise<Response> {
  return respondJson(endpoints.reportIdentity, async () => {
    const identity = parseIdentityId(fromPathSegments((await params).id));
    if (identity === null) throw new NotThere(UNREADABLE_IDENTITY);
    const investigations = getInvestigations();
    const report = await investigations.reportIdentity(currentViewer(), identity);
    if (report !== null) return report;
    const { near } = await investigations.findIdentities(currentViewer(), {
      meanings: [],
      text: identity.value,
      limit: NEAR,
    });
    throw new NotThere(noSuchIdentity(near));
  });
}
