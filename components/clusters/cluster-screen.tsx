"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { useCoveragePace } from "@/components/shell/use-coverage";
import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { ClusterReport } from "@/lib/domain/summarize/clusters/cluster-report";
import { clusterQuery } from "@/lib/search-params/clusters/cluster-queries";
import { ClusterHead } from "./cluster-head";
import { PresentedTokensCard } from "./presented-tokens-card";
import { SourceCard } from "./source-card";
import { StripLegend } from "./strip-legend";

interface ClusterScreenProps {
  readonly name: string;
  /** Who may come in, and how that became so. */
  readonly children: ReactNode;
}

/** One cluster: who may come in, what was read for it, what is missing and why, and what it can never tell. */
export function ClusterScreen({ name, children }: ClusterScreenProps) {
  const paceOf = useCoveragePace();
  const { data: report } = useQuery({
    ...clusterQuery(name),
    refetchInterval: ({ state }) => paceOf(state.data?.sources.map(({ coverage }) => coverage) ?? []),
  });
  if (report === undefined) return <p className="px-4 py-10 text-ink-2">Loading…</p>;
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <nav aria-label="Clusters" className="text-ink-2">
        <Link href="/clusters" prefetch={false} className="text-accent hover:underline">
          ← All clusters
        </Link>
      </nav>
      <ClusterHead report={report} />
      {children}
      <div id="coverage" className="flex scroll-mt-4 flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold">What was read of the last 14 days</h2>
        <StripLegend />
      </div>
      {report.sources.map((source) => (
        <SourceCard key={source.coverage.id} source={source} report={report} />
      ))}
      {isTrailOnly(report) ? <PresentedTokensCard cluster={name} /> : null}
      <Card title={`What the records of ${name} cannot tell`}>
        <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          {report.blindSpots.map(({ what, why }) => (
            <div key={what + why} className="contents">
              <dt className="font-medium">{what}</dt>
              <dd className="text-ink-2 max-sm:mb-1.5">
                <SafeText text={why} />
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </article>
  );
}

/** Neither of its logs tells who got in. */
function isTrailOnly({ summary, sources }: ClusterReport): boolean {
  return summary.state === "log-off" && !sources.some(({ coverage }) => coverage.kind === "audit-log");
}
