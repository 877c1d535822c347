"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCoveragePace } from "@/components/shell/use-coverage";
import { formatPlural } from "@/components/ui/format-count";
import type { ClusterList } from "@/lib/domain/summarize/cluster-report";
import { clustersQuery } from "@/lib/search-params/query-options";
import { ClusterTable } from "./cluster-table";
import { describeState } from "./cluster-words";
import { StripLegend } from "./strip-legend";

/** All clusters: what was read of each, and what came in. */
export function ClustersScreen() {
  const pollMs = useCoveragePace();
  const { data } = useQuery({
    ...clustersQuery(),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
  if (data === undefined) return <p className="px-4 py-10 text-ink-2">Loading…</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-4 pb-12">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-base font-semibold">{formatPlural(data.clusters.length, "cluster")}</h1>
        <p className="text-ink-2">{countStates(data)}</p>
        <span className="grow" />
        <StripLegend />
      </div>
      {data.clusters.length === 0 ? <NoClusters /> : <ClusterTable list={data} />}
    </div>
  );
}

/** `1 failed, 2 following`, the worst first as they stand in the list. */
function countStates({ clusters }: ClusterList): string {
  const words = clusters.map(({ state }) =>
    describeState({ state, progress: 0 })
      .word.replace(/^[^A-Z]+| 0 %$/g, "")
      .replace(/^(Log|Reading) is /, "$1 "),
  );
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word.toLowerCase()}`).join(", ");
}

function NoClusters() {
  return (
    <p className="max-w-prose text-ink-2">
      No cluster's log is read. Start Gatebook with one:{" "}
      <code>npm start -- --cluster NAME --region REGION</code>, or import log files:{" "}
      <code>npx gatebook import PATH --cluster NAME</code>.
    </p>
  );
}
