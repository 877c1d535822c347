import type { ClusterList } from "@/lib/domain/summarize/clusters/cluster-report";
import { WIDE_ONLY, WIDEST_ONLY } from "./cluster-columns";
import { ClusterRow } from "./cluster-row";

const COLUMNS = [
  { title: "Cluster", className: "w-[24%]" },
  { title: "State", className: "w-[26%]" },
  { title: "Newest line", className: `${WIDE_ONLY} w-28` },
  { title: "Last attempt", className: `${WIDEST_ONLY} w-28` },
  { title: "Known of 24 h", className: `${WIDE_ONLY} w-32` },
  { title: "Known of 14 days", className: `${WIDEST_ONLY} w-44` },
  { title: "Attempts 24 h", className: "w-28 text-right" },
] as const;

/** One row a cluster, those that cannot be read on top; on narrow screens each is a small card. */
export function ClusterTable({ list: { clusters, nowMs } }: { list: ClusterList }) {
  return (
    <table aria-label="Clusters" className="w-full text-left max-md:block">
      <thead className="text-xs text-ink-2 max-md:sr-only">
        <tr className="border-b border-line">
          {COLUMNS.map(({ title, className }) => (
            <th
              key={title}
              scope="col"
              className={`px-2 py-1.5 font-medium first:pl-0 last:pr-0 ${className}`}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {clusters.map((cluster) => (
          <ClusterRow key={cluster.cluster} summary={cluster} nowMs={nowMs} />
        ))}
      </tbody>
    </table>
  );
}
