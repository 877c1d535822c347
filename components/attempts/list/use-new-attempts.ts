import { useQuery } from "@tanstack/react-query";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { newAttemptsQuery } from "@/lib/search-params/attempts/attempt-counts-queries";
import { isFollowing } from "@/lib/search-params/attempts/view-range";
import type { ListResult } from "../use-attempt-queries";

interface Shown {
  readonly view: AttemptView;
  readonly list: ListResult;
  /** Of this view, none before; undefined = not there yet. */
  readonly facets: Facets | undefined;
  readonly pollMs: number | false;
}

/**
 * How many attempts match that the list does not show yet: newer than its first row, or read late. While everything
 * slides along with the clock the totals alone would not tell.
 */
export function useNewAttempts({ view, list, facets, pollMs }: Shown): number {
  const shown = list.isPlaceholderData ? undefined : list.data;
  const newestMs = shown?.rows[0]?.timeMs ?? null;
  const newer = useQuery({
    ...newAttemptsQuery(view, newestMs ?? 0),
    enabled: isFollowing(view) && newestMs !== null && pollMs !== false,
    refetchInterval: pollMs,
    staleTime: 10_000,
    // The list has just told that there is none.
    initialData: 0,
    initialDataUpdatedAt: list.dataUpdatedAt,
  });
  if (shown === undefined || facets === undefined) return 0;
  const counted = facets.totals.granted + facets.totals.denied - shown.total;
  return Math.max(0, counted, isFollowing(view) ? newer.data : 0);
}
