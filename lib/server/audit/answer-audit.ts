import { loadAuditQuery } from "@/lib/search-params/audit/load-audit-query";
import { auditEndpoints } from "../api/audit-endpoints";
import { createClock } from "../clock";
import { readConfig } from "../config";
import { BadParameters, respondJson } from "../http-errors";
import { readAudit } from "./read-audit";

/** Answers `/api/v1/admin/audit` strictly: what its page would leave out is refused here, and named. */
export function answerAudit(request: Request): Promise<Response> {
  return respondJson(auditEndpoints.listAudit, async () => {
    const nowMs = createClock(readConfig().clock).now();
    const asked = loadAuditQuery(new URL(request.url).searchParams, nowMs);
    if (asked.problems.length > 0) throw new BadParameters(asked.problems);
    return readAudit(asked);
  });
}
