import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";

/** The log that tells who came in to a cluster: its authenticator log, or its audit log where that one is off. */
export function entranceLog(cluster: string, sources: readonly StoredCoverage[]) {
  const isFromAudit = sources.some((one) => one.kind === "audit-log" && one.cluster === cluster);
  return isFromAudit
    ? ({ kind: "audit-log", name: "audit log" } as const)
    : ({ kind: "authenticator-log", name: "authenticator log" } as const);
}
