import { DAY_MS } from "../../time/durations";
import type { EpochMs } from "../../time/time-range";
import {
  CLUSTER_STATES,
  type ClusterActivity,
  type ClusterState,
  type ClusterSummary,
} from "./cluster-report";
import { findAlarms } from "../coverage/coverage-alarms";
import { type CoverageGap, findGaps, isClosed } from "../coverage/coverage-gaps";
import { type CoverageAlarm, isBeingRead, type SourceCoverage } from "../coverage/coverage-report";
import type { LogPulse } from "../coverage/log-pulse";

/** What a cluster's coverage is told from. */
export interface ClusterFacts {
  readonly cluster: string;
  /** All there are; those of others are left out. */
  readonly sources: readonly SourceCoverage[];
  readonly pulse: LogPulse | undefined;
  readonly activity: ClusterActivity | undefined;
  /** Nothing that is read can be stored. */
  readonly diskFull: boolean;
  readonly nowMs: EpochMs;
}

/** How far back clusters are shown, in ms. */
export const SHOWN_MS = 14 * DAY_MS;

/** One cluster by its authenticator log; null = there is none of that name. */
export function summarizeCluster(facts: ClusterFacts): ClusterSummary | null {
  const logs = logsOf(facts.cluster, facts.sources);
  const log = logs[0];
  if (log === undefined) return null;
  const alarm = findAlarms([log], facts.pulse ? [facts.pulse] : [], facts.nowMs)[0] ?? null;
  const { granted = 0, denied = 0, newestMs = null } = facts.activity ?? {};
  return {
    cluster: facts.cluster,
    accountId: log.accountId,
    region: log.region,
    state: stateOf(log, alarm, facts.diskFull),
    progress: log.progress,
    pace: log.pace,
    problem: log.problem,
    alarm,
    newestLineMs: logs.reduce<number | null>(newer, null),
    newestMs,
    granted,
    denied,
    gaps: clusterGaps(facts, { from: facts.nowMs - SHOWN_MS, to: facts.nowMs }),
  };
}

/** Where nothing is known of a cluster, over all ways its log was read. */
export function clusterGaps(
  { cluster, sources, pulse, nowMs }: Omit<ClusterFacts, "activity" | "diskFull">,
  range: { readonly from: EpochMs; readonly to: EpochMs },
): CoverageGap[] {
  const [log, ...others] = logsOf(cluster, sources);
  if (log === undefined) return [];
  return findGaps(log, { range, nowMs, pulse, readElsewhere: others.flatMap(({ read }) => read) });
}

/** The authenticator logs of a cluster ("": of none that was named); what is read live stands before the rest. */
function logsOf(cluster: string, sources: readonly SourceCoverage[]): SourceCoverage[] {
  return sources
    .filter((source) => source.kind === "authenticator-log" && (source.cluster ?? "") === cluster)
    .sort((a, b) => Number(isClosed(a)) - Number(isClosed(b)));
}

function stateOf(log: SourceCoverage, alarm: CoverageAlarm | null, diskFull: boolean): ClusterState {
  if (log.state === "failed") return log.problem?.code === "log-type-off" ? "log-off" : "failed";
  if (diskFull && isBeingRead(log) && alarm?.kind !== "log-silent") return "disk-full";
  if (alarm !== null) return alarm.kind === "log-silent" ? "silent" : "behind";
  // Only CloudTrail is asked for single events, never a cluster's log.
  return log.state === "looked-up" ? "imported" : log.state;
}

function newer(newest: number | null, { newestMs }: SourceCoverage): number | null {
  return newestMs === null ? newest : Math.max(newest ?? newestMs, newestMs);
}

/** The worst first, then by name. */
export function byUrgency(a: ClusterSummary, b: ClusterSummary): number {
  const rank = ({ state }: ClusterSummary) => Math.min(CLUSTER_STATES.indexOf(state), CALM);
  return rank(a) - rank(b) || (a.cluster < b.cluster ? -1 : 1);
}

const CALM = CLUSTER_STATES.indexOf("waiting");
