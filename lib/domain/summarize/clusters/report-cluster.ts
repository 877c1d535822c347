import type { TimeRange } from "../../time/time-range";
import { findBlindSpots } from "../coverage/blind-spots";
import type { ClusterReport, ClusterSource } from "./cluster-report";
import { findGaps } from "../coverage/coverage-gaps";
import { isCloudTrail, type SourceCoverage } from "../coverage/coverage-report";
import { gapSentence } from "../coverage/gap-sentence";
import { isEventHistory } from "../coverage/is-event-history";
import { type ClusterFacts, SHOWN_MS, summarizeCluster } from "./summarize-cluster";

/** All there is to say of one cluster's coverage; null = there is no such cluster. */
export function reportOnCluster(facts: ClusterFacts): ClusterReport | null {
  const summary = summarizeCluster(facts);
  if (summary === null) return null;
  const told = facts.sources.filter((source) => tellsOf(source, facts.cluster, summary.accountId));
  return {
    nowMs: facts.nowMs,
    summary,
    sources: told.map((source) => tellSource(source, facts)),
    blindSpots: findBlindSpots(facts.cluster, facts.sources),
  };
}

function tellsOf(source: SourceCoverage, cluster: string, accountId: string | null): boolean {
  if (!isCloudTrail(source)) return source.cluster === cluster;
  return source.accountId === null || source.accountId === accountId;
}

function tellSource(source: SourceCoverage, { nowMs, pulse, sources }: ClusterFacts): ClusterSource {
  const range: TimeRange = { from: nowMs - SHOWN_MS, to: nowMs };
  const gaps = findGaps(source, { range, nowMs, pulse, readElsewhere: readByTwins(source, sources) });
  const told = gaps.map((gap) => ({ ...gap, sentence: gapSentence(gap, { source, pulse, nowMs }) }));
  return { coverage: source, gaps: told.reverse() };
}

/**
 * A trail and the event history of one account and Region hold the same events: what one has read, no other lacks. For
 * sign-ins that is any trail, which holds every service's.
 */
function readByTwins(source: SourceCoverage, sources: readonly SourceCoverage[]): TimeRange[] {
  if (!isCloudTrail(source)) return [];
  const isTwin = ({ kind, accountId, region }: SourceCoverage) =>
    kind === "cloudtrail" && accountId === source.accountId && region === source.region;
  const isTelling = (one: SourceCoverage) => source.kind === "cloudtrail" || !isEventHistory(one);
  return sources.filter((one) => one !== source && isTwin(one) && isTelling(one)).flatMap(({ read }) => read);
}
