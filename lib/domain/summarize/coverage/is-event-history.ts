import type { SourceCoverage } from "./coverage-report";

/** STS's events as LookupEvents tells them: not those of a trail, which holds every service's. */
export function isEventHistory({
  id,
  accountId,
  region,
}: Pick<SourceCoverage, "id" | "accountId" | "region">): boolean {
  return id === `cloudtrail/${accountId}/${region}`;
}
