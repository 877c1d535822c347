import { useQuery } from "@tanstack/react-query";
import type { CoverageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import { coverageQuery } from "@/lib/search-params/clusters/coverage-query";
import { isStillRead } from "./coverage-words";

export const BUSY_POLL_MS = 5_000;
export const CALM_POLL_MS = 30_000;

/** What was read so far, asked again often while sources are still being read for the first time. */
export function useCoverage() {
  return useQuery({
    ...coverageQuery(),
    refetchInterval: ({ state }) => (isReading(state.data) ? BUSY_POLL_MS : CALM_POLL_MS),
  });
}

/**
 * How often pages about coverage ask anew: often while sources are still being read for the first time, by the coverage or
 * by what the page itself still shows.
 */
export function useCoveragePace(): (shown: readonly { readonly state: string }[]) => number {
  const isBusy = isReading(useCoverage().data);
  return (shown) => (isBusy || shown.some(isStillRead) ? BUSY_POLL_MS : CALM_POLL_MS);
}

/** Some source has not yet read what it was asked to read. */
export function isReading(coverage: CoverageReport | undefined): boolean {
  return coverage?.sources.some(isStillRead) ?? false;
}
