import { type ClusterHistory, historyOfCluster } from "@/lib/domain/correlate/configuration/cluster-history";
import type { Watched } from "@/lib/domain/explain/configuration/configuration-at";
import type { ConfigurationReading } from "@/lib/domain/summarize/configuration/configuration-reading";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { InvestigationContext } from "../investigation-context";

/** All that is known of a cluster's configuration over time. */
export interface ReadConfiguration {
  readonly history: ClusterHistory;
  readonly watched: Watched;
  readonly readings: readonly ConfigurationReading[];
}

/** A stretch that was read until so long ago is still being read. */
const FOLLOWED_MS = HOUR_MS;

export async function readConfiguration(
  cluster: string,
  sources: readonly StoredCoverage[],
  { store, live, clock }: Pick<InvestigationContext, "store" | "live" | "clock">,
): Promise<ReadConfiguration> {
  const marks = await store.configurationMarks(cluster);
  const nowMs = clock.now();
  const own = sources.filter((source) => source.cluster === cluster);
  const log = own.find(({ kind }) => kind === "request-log");
  const changes = sources.find(
    ({ kind, accountId, region }) =>
      kind === "configuration-changes" &&
      own.some((one) => one.accountId === accountId && one.region === region),
  );
  return {
    history: historyOfCluster(marks),
    watched: { eks: watchedFrom(changes, nowMs), awsAuth: watchedFrom(log, nowMs) },
    readings: live?.configurationOf(cluster) ?? [],
  };
}

/** Since when a source is read without a gap; null = it is not being read. */
function watchedFrom(source: StoredCoverage | undefined, nowMs: EpochMs): EpochMs | null {
  const last = source?.read.at(-1);
  return last === undefined || last.to < nowMs - FOLLOWED_MS ? null : last.from;
}
