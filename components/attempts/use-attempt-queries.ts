import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { BUSY_POLL_MS, CALM_POLL_MS, isReading, useCoverage } from "@/components/shell/use-coverage";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { frozenListQuery } from "@/lib/search-params/attempts/attempt-list-queries";
import { facetsQuery, histogramQuery } from "@/lib/search-params/attempts/attempt-counts-queries";
import { isFollowing } from "@/lib/search-params/attempts/view-range";

/**
 * Everything the attempts screen asks. Counts follow the clock while the view does or sources are still being read;
 * the rows do not, so that nothing jumps under the reader's eyes. `paused`: nothing is asked again by itself.
 */
export function useAttemptQueries(view: AttemptView, paused: boolean) {
  const coverage = useCoverage();
  const reading = isReading(coverage.data);
  const pace: number | false = reading ? BUSY_POLL_MS : isFollowing(view) ? CALM_POLL_MS : false;
  const pollMs = paused ? false : pace;
  const list = useQuery({ ...frozenListQuery(view), placeholderData: keepPreviousData });
  const histogram = useQuery({
    ...histogramQuery(view),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
  const facets = useQuery({
    ...facetsQuery(view),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
  return { coverage: coverage.data, reading, pollMs, list, histogram, facets };
}

export type ListResult = ReturnType<typeof useAttemptQueries>["list"];
