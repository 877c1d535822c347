import { queryOptions } from "@tanstack/react-query";
import type { CoverageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import { fetchJson } from "../fetch-json";

export function coverageQuery() {
  return queryOptions({
    queryKey: ["coverage"],
    queryFn: ({ signal }) => fetchJson<CoverageReport>("/api/v1/coverage", signal),
    staleTime: 5_000,
  });
}
