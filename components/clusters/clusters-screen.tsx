"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCoveragePace } from "@/components/shell/use-coverage";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import type { ClusterListView } from "@/lib/search-params/clusters/cluster-list-view";
import { clustersQuery } from "@/lib/search-params/clusters/cluster-queries";
import { ClusterFilter } from "./cluster-filter";
import { ClusterTable } from "./cluster-table";
import { NoClusters } from "./no-clusters";
import { matchText, pickStates } from "./pick-clusters";
import { StripLegend } from "./strip-legend";
import { useClusterListView } from "./use-cluster-list-view";

/** All clusters: what was read of each, and what came in. */
export function ClustersScreen() {
  const paceOf = useCoveragePace();
  const [view, changeView] = useClusterListView();
  const { data } = useQuery({
    ...clustersQuery(),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => paceOf(state.data?.clusters ?? []),
  });
  if (data === undefined) return <p className="px-4 py-10 text-ink-2">Loading…</p>;
  const found = pickStates(matchText(data.clusters, view.q), view);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-4 pb-12">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-base font-semibold">{formatPlural(data.clusters.length, "cluster")}</h1>
        <p role="status" className="text-ink-2">
          {found.length === data.clusters.length ? null : `${formatCount(found.length)} shown`}
        </p>
        <span className="grow" />
        <StripLegend />
      </div>
      {data.clusters.length < FEWEST_TO_FILTER && !isNarrowed(view) ? null : (
        <ClusterFilter clusters={data.clusters} view={view} onChange={changeView} />
      )}
      {data.clusters.length === 0 ? <NoClusters /> : null}
      {found.length === 0 ? null : <ClusterTable list={{ ...data, clusters: found }} />}
      {data.clusters.length > 0 && found.length === 0 ? (
        <NoneFound onAll={() => changeView({ q: "", state: [] })} />
      ) : null}
    </div>
  );
}

/** Fewer than this are seen at a glance. */
const FEWEST_TO_FILTER = 6;

function isNarrowed({ q, state }: ClusterListView): boolean {
  return q.trim() !== "" || state.length > 0;
}

function NoneFound({ onAll }: { onAll: () => void }) {
  return (
    <p className="text-ink-2">
      No cluster is like that.{" "}
      <button type="button" className="text-accent underline" onClick={onAll}>
        Show all
      </button>
    </p>
  );
}
