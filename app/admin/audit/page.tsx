import type { Metadata } from "next";
import { AuditScreen } from "@/components/admin/audit-screen";
import { loadAuditQuery } from "@/lib/search-params/audit/load-audit-query";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { readAudit } from "@/lib/server/audit/read-audit";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Who saw what" };

interface AuditPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const { nowMs } = await loadCoverage();
  const asked = loadAuditQuery(toUrlSearchParams(await searchParams), nowMs);
  const { rows, next, verdict } = await readAudit(asked);
  return <AuditScreen asked={asked} rows={rows} next={next} verdict={verdict} />;
}
