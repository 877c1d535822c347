import type { CoverageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Health } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Scope } from "./access-rule";
import { narrowAttempts } from "./narrow-filter";
import { everything } from "./everything";

/** The clusters that may be seen, their sources, and those of their accounts. */
export function narrowCoverage(report: CoverageReport, seen: readonly string[]): CoverageReport {
  const own = report.sources.filter(({ cluster }) => cluster !== null && seen.includes(cluster));
  const accounts = new Set(own.map(({ accountId }) => accountId));
  const isOfAccount = (accountId: string | null) => accountId !== null && accounts.has(accountId);
  return {
    ...report,
    clusters: report.clusters.filter((name) => seen.includes(name)),
    sources: report.sources.filter(
      (source) => own.includes(source) || (source.cluster === null && isOfAccount(source.accountId)),
    ),
    alarms: report.alarms.filter(({ cluster }) => seen.includes(cluster)),
  };
}

/** How the clusters do that may be seen. */
export async function scopedHealth(
  _query: unknown,
  { ask, other, clusters }: Scope<"reportHealth">,
): Promise<Health> {
  const filter = narrowAttempts(everything(), clusters);
  const [health, coverage, { totals }] = await Promise.all([
    ask({}),
    other("reportCoverage", {}),
    other("countByFacet", { filter, limit: 1 }),
  ]);
  const { sources, storage } = narrowCoverage(coverage, clusters);
  const isDegraded = storage.state === "full" || sources.some(({ state }) => state === "failed");
  return { ...health, status: isDegraded ? "degraded" : "ok", attempts: totals.granted + totals.denied };
}
