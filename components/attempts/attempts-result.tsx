import { useCallback } from "react";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { type AttemptView, isFiltered } from "@/lib/search-params/attempts/attempt-view";
import { toTimeRange } from "@/lib/search-params/attempts/view-range";
import { AttemptList } from "./list/attempt-list";
import { findEmptyReasons } from "./empty-reasons";
import { EmptyState } from "./empty-state";
import { NewAttemptsPill } from "./list/new-attempts-pill";
import type { Live } from "./live/use-live";
import { QueryFailure } from "./query-failure";
import type { useAttemptQueries } from "./use-attempt-queries";
import type { ListPlace, OpenedAttempt, ViewChange } from "./use-attempt-view";
import { widerTerms } from "./wider-terms";
import { useListRefresh } from "./list/use-list-refresh";
import { useNewAttempts } from "./list/use-new-attempts";

interface AttemptsResultProps {
  readonly view: AttemptView;
  readonly nowMs: number;
  readonly queries: ReturnType<typeof useAttemptQueries>;
  readonly place: ListPlace;
  readonly opened: OpenedAttempt;
  readonly live: Live;
  readonly changeView: ViewChange;
}

/** The rows, or why there are none. */
export function AttemptsResult(props: AttemptsResultProps) {
  const { view, nowMs, queries, place, opened, live, changeView } = props;
  const { list, facets, histogram, coverage, pollMs } = queries;
  const counts = facets.isPlaceholderData ? undefined : facets.data;
  const fresh = useNewAttempts({ view, list, facets: counts, pollMs });
  const refresh = useListRefresh({ view, list, place, fresh, flows: live.state === "live" });
  // Of the list, which may still be that of the view before.
  const query = list.data?.view ?? "";
  const hrefOf = useCallback(
    ({ id }: Pick<Attempt, "id">) => `/attempts/${encodeURIComponent(id)}${query}`,
    [query],
  );
  if (list.isError) return <QueryFailure error={list.error} onRetry={refresh} />;
  if (list.data === undefined || coverage === undefined)
    return <p className="px-4 py-10 text-ink-2">Loading…</p>;
  if (list.data.total === 0 && !list.isPlaceholderData) {
    const range = toTimeRange(view, nowMs);
    const folded = facets.data?.folded ?? { node: 0, aws: 0 };
    const reasons = findEmptyReasons({
      coverage,
      range,
      folded,
      filtered: isFiltered(view),
      clusters: view.cluster,
      wider: counts === undefined ? [] : widerTerms(view, counts.facets),
    });
    return <EmptyState reasons={reasons} changeView={changeView} />;
  }
  return (
    <>
      <NewAttemptsPill count={fresh} onShow={refresh} />
      <AttemptList
        list={list.data}
        stale={list.isPlaceholderData}
        place={place}
        opened={opened}
        histogram={histogram.data}
        hrefOf={hrefOf}
      />
    </>
  );
}
