"use client";
import { TimeText } from "@/components/settings/time-text";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCoveragePace } from "@/components/shell/use-coverage";
import { NoClusters } from "@/components/clusters/no-clusters";
import { formatPlural } from "@/components/ui/format-count";
import type { Overview } from "@/lib/domain/summarize/overview/overview";
import { overviewQuery } from "@/lib/search-params/overview/overview-query";
import { BurstsCard } from "./bursts-card";
import { ClusterGlances } from "./cluster-glances";
import { NewsCard } from "./news-card";
import { RangeLinks } from "./range-links";

/** For a wall screen and the start of a shift: what is wrong, why many are denied, what is new. */
export function OverviewScreen({ range }: { range: string }) {
  const paceOf = useCoveragePace();
  const { data } = useQuery({
    ...overviewQuery(range),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => paceOf(state.data?.clusters.map(({ summary }) => summary) ?? []),
  });
  if (data === undefined) return <p className="px-4 py-10 text-ink-2">Loading…</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1.5">
        <h1 className="text-xl font-semibold">{headline(data)}</h1>
        <span className="text-ink-2">
          since <TimeText ms={data.range.from} show="minute" />, as of{" "}
          <TimeText ms={data.nowMs} show="minute" />
        </span>
        <span className="grow" />
        <RangeLinks range={range} />
      </div>
      {data.clusters.length === 0 ? (
        <NoClusters />
      ) : (
        <>
          <BurstsCard overview={data} />
          <ClusterGlances overview={data} />
          <NewsCard overview={data} />
        </>
      )}
    </div>
  );
}

function headline({ people, sessions, clusters }: Overview): string {
  const where = clusters.length === 1 ? "" : ` at ${formatPlural(clusters.length, "cluster")}`;
  return `${formatPlural(people, "person", "people")} in ${formatPlural(sessions, "session")}${where}`;
}
