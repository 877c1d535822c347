import { HOUR_MS } from "../../time/durations";
import type { TimeRange } from "../../time/time-range";
import { CLUSTER_STATES, type ClusterSummary } from "../clusters/cluster-report";
import { SHOWN_MS } from "../clusters/summarize-cluster";
import type { ClusterGlance, OutcomeBar, Outcomes } from "./overview";

/** Attempts of one cluster and hour. */
export interface HourOfCluster extends OutcomeBar {
  readonly cluster: string;
}

/** What glances at clusters are told from. */
export interface GlanceFacts {
  readonly clusters: readonly ClusterSummary[];
  readonly hours: readonly HourOfCluster[];
  /** Those that are compared with. */
  readonly hoursBefore: readonly HourOfCluster[];
  readonly attendance: readonly {
    readonly cluster: string;
    readonly people: number;
    readonly sessions: number;
  }[];
  /** Clusters that turned away unusually many within the window. */
  readonly bursting: ReadonlySet<string>;
  readonly range: TimeRange;
  /** The same hours as the window's, one or more days before. */
  readonly earlier: TimeRange;
}

/** More bars than so many are no small plot. */
const MOST_BARS = 48;

/** How long a bar is: whole hours, so that the window's hours make 48 bars at most. */
export function barLength({ from, to }: TimeRange): number {
  return Math.ceil(Math.ceil((to - from) / HOUR_MS) / MOST_BARS) * HOUR_MS;
}

/** Each cluster at a glance: those that cannot be read first, then those with bursts, then by name. */
export function findGlances(facts: GlanceFacts): ClusterGlance[] {
  const urgency = ({ summary: { state, cluster } }: ClusterGlance) => {
    const rank = CLUSTER_STATES.indexOf(state);
    return rank < CALM ? rank : CALM + (facts.bursting.has(cluster) ? 0 : 1);
  };
  return facts.clusters
    .map((summary) => glanceAt(summary, facts))
    .sort((a, b) => urgency(a) - urgency(b) || (a.summary.cluster < b.summary.cluster ? -1 : 1));
}

const CALM = CLUSTER_STATES.indexOf("waiting");

function glanceAt(summary: ClusterSummary, facts: GlanceFacts): ClusterGlance {
  const { cluster } = summary;
  const own = facts.hours.filter((hour) => hour.cluster === cluster);
  const here = facts.attendance.find((one) => one.cluster === cluster);
  return {
    summary,
    people: here?.people ?? 0,
    sessions: here?.sessions ?? 0,
    now: sumOf(own),
    before: wasRead(summary, facts)
      ? sumOf(facts.hoursBefore.filter((hour) => hour.cluster === cluster))
      : null,
    bars: barsOf(own, facts.range),
  };
}

/** Whether no gap lies within the window or what it is compared with; gaps are known of the last days alone. */
function wasRead({ gaps }: ClusterSummary, { range, earlier }: GlanceFacts): boolean {
  if (range.to - earlier.from > SHOWN_MS + HOUR_MS) return false;
  return !gaps.some((gap) => gap.to > earlier.from && gap.from < range.to);
}

function barsOf(hours: readonly HourOfCluster[], range: TimeRange): OutcomeBar[] {
  const length = barLength(range);
  return Array.from({ length: Math.ceil((range.to - range.from) / length) }, (_, i) => {
    const startMs = range.from + i * length;
    return {
      startMs,
      ...sumOf(hours.filter((hour) => hour.startMs >= startMs && hour.startMs < startMs + length)),
    };
  });
}

function sumOf(hours: readonly Outcomes[]): Outcomes {
  return hours.reduce<Outcomes>(
    (sum, { granted, denied }) => ({ granted: sum.granted + granted, denied: sum.denied + denied }),
    { granted: 0, denied: 0 },
  );
}
