import type { AuditAsked } from "@/lib/search-params/audit/load-audit-query";
import { askDeed } from "../deeds/ask-deed";
import type { AuditAnswer } from "./create-audit-deeds";

/** What the page and the API show of the log. Throws NotAllowed where whoever asks is no admin. */
export async function readAudit({ query, check }: AuditAsked): Promise<AuditAnswer> {
  const page = await askDeed("listAudit", query);
  return { ...page, verdict: check ? await askDeed("verifyAudit", null) : null };
}
