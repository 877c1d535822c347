import { useCallback, useMemo } from "react";
import { type AttemptView, isFiltered } from "@/lib/search-params/attempt-view";
import { toTimeRange } from "@/lib/search-params/view-range";
import { AttemptList } from "./attempt-list";
import { findEmptyReasons } from "./empty-reasons";
import { EmptyState } from "./empty-state";
import { NewAttemptsPill } from "./new-attempts-pill";
import { QueryFailure } from "./query-failure";
import type { useAttemptQueries } from "./use-attempt-queries";
import type { ViewChange } from "./use-attempt-view";
import { useListRefresh } from "./use-list-refresh";
import { useNewAttempts } from "./use-new-attempts";

interface AttemptsResultProps {
  readonly view: AttemptView;
  readonly nowMs: number;
  readonly queries: ReturnType<typeof useAttemptQueries>;
  readonly changeView: ViewChange;
}

/** The rows, or why there are none. */
export function AttemptsResult({ view, nowMs, queries, changeView }: AttemptsResultProps) {
  const { list, facets, coverage, pollMs } = queries;
  const fresh = useNewAttempts({ view, list, facets: facets.data, pollMs });
  const refresh = useListRefresh(view, list, fresh);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  if (list.isError && rows.length === 0) return <QueryFailure error={list.error} onRetry={refresh} />;
  if (list.data === undefined || coverage === undefined)
    return <p className="px-4 py-10 text-ink-2">Loading…</p>;
  if (rows.length === 0 && !list.isPlaceholderData) {
    const range = toTimeRange(view, nowMs);
    const folded = facets.data?.folded ?? { node: 0, aws: 0 };
    const reasons = findEmptyReasons({
      coverage,
      range,
      folded,
      filtered: isFiltered(view),
      clusters: view.cluster,
    });
    return <EmptyState reasons={reasons} changeView={changeView} />;
  }
  return (
    <>
      <NewAttemptsPill count={fresh} onShow={refresh} />
      <AttemptList
        rows={rows}
        total={list.data.pages[0]?.total ?? rows.length}
        view={view}
        stale={list.isPlaceholderData}
        loadMore={loadMore}
      />
      <ListEnd loading={list.isFetchingNextPage} complete={!hasNextPage} />
    </>
  );
}

function ListEnd({ loading, complete }: { loading: boolean; complete: boolean }) {
  return (
    <p role="status" className="h-10 px-4 py-2 text-ink-2">
      {loading ? "Loading older attempts…" : complete ? "That is all that was read for this time." : null}
    </p>
  );
}
