import { readingWords } from "@/components/shell/coverage-words";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { toVisibleString } from "@/components/ui/visible-text";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import type {
  CoverageReport,
  SourceCoverage,
  SourceProblem,
} from "@/lib/domain/summarize/coverage/coverage-report";
import type { SearchTerm } from "@/lib/domain/summarize/attempts/search-language/search-term";
import { formatSpan } from "@/lib/domain/time/format-time";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { KEY_TITLES } from "./facets/key-words";
import type { WiderTerm } from "./wider-terms";

/** What one press can do about an empty list. */
export type Remedy =
  | { readonly kind: "show-noise" }
  | { readonly kind: "clear-filters" }
  | { readonly kind: "widen"; readonly literal: string; readonly wider: SearchTerm }
  | { readonly kind: "show-range"; readonly range: TimeRange };

/** One reason why nothing is shown. */
export interface EmptyReason {
  readonly title: string;
  readonly detail: string;
  readonly problem: SourceProblem | null;
  readonly remedy: Remedy | null;
}

interface EmptyCase {
  readonly coverage: CoverageReport;
  readonly range: TimeRange;
  readonly filtered: boolean;
  /** The view is of these alone; empty = of all. */
  readonly clusters: readonly string[];
  readonly folded: Facets["folded"];
  readonly wider: readonly WiderTerm[];
}

/** Why a list is empty, the likeliest first. Never none: that no attempt is there is said only of what was read whole. */
export function findEmptyReasons(empty: EmptyCase): EmptyReason[] {
  const logs = empty.coverage.sources.filter((source) => isAskedLog(source, empty.clusters));
  const reasons = [
    ...logs.flatMap(failureReason),
    ...readingReasons(logs, empty.range),
    ...outsideReasons(logs, empty.range),
    ...foldedReasons(empty.folded),
    ...empty.wider.map(widerReason),
    ...(empty.filtered ? [FILTERED] : []),
  ];
  if (logs.length === 0) return [NO_LOG];
  return reasons.length > 0 ? reasons : [NOTHING_THERE];
}

function isAskedLog({ kind, cluster }: SourceCoverage, clusters: readonly string[]): boolean {
  if (kind !== "authenticator-log") return false;
  return clusters.length === 0 || cluster === null || clusters.includes(cluster);
}

const NO_LOG: EmptyReason = {
  title: "No authenticator log is being read",
  detail:
    "Start Gatebook with a cluster (npm start -- --cluster NAME) or import log files (npx gatebook import PATH).",
  problem: null,
  remedy: null,
};

const FILTERED: EmptyReason = {
  title: "No attempt matches the filters",
  detail: "All filters must hold together.",
  problem: null,
  remedy: { kind: "clear-filters" },
};

const NOTHING_THERE: EmptyReason = {
  title: "No attempt is in the log for this time",
  detail:
    "The authenticator's log was read for all of it. What CloudWatch never received cannot be seen here.",
  problem: null,
  remedy: null,
};

function widerReason({ key, literal, wider, names, attempts }: WiderTerm): EmptyReason {
  const hold = names === 1 ? "1 name holds it" : `${formatCount(names)} names hold it`;
  return {
    title: `Nothing is called just “${toVisibleString(literal)}”`,
    detail: `${KEY_TITLES[key]}: ${hold}, in ${formatPlural(attempts, "attempt")} under the other filters.`,
    problem: null,
    remedy: { kind: "widen", literal, wider },
  };
}

function failureReason({ label, problem }: SourceCoverage): EmptyReason[] {
  if (problem === null) return [];
  return [{ title: `${label} cannot be read`, detail: "", problem, remedy: null }];
}

function readingReasons(logs: readonly SourceCoverage[], range: TimeRange): EmptyReason[] {
  const reading = logs.filter(
    (log) => isStillReading(log) && overlaps(log.asked, range) && !covers(log, range),
  );
  if (reading.length === 0) return [];
  return [
    {
      title: "Still reading",
      detail: `${reading.map(({ label, progress }) => `${label}: ${readingWords(progress).toLowerCase()}`).join(", ")}. Newest first; this page follows.`,
      problem: null,
      remedy: null,
    },
  ];
}

function outsideReasons(logs: readonly SourceCoverage[], range: TimeRange): EmptyReason[] {
  const read = logs.flatMap((log) => [...log.read, ...(isStillReading(log) ? [log.asked] : [])]);
  if (read.length === 0 || read.some((interval) => overlaps(interval, range))) return [];
  const whole = {
    from: Math.min(...read.map(({ from }) => from)),
    to: Math.max(...read.map(({ to }) => to)),
  };
  return [
    {
      title: "This time was not read",
      detail: `Gatebook has read ${formatSpan(whole.from, whole.to)} UTC. Nothing is known outside of it.`,
      problem: null,
      remedy: { kind: "show-range", range: whole },
    },
  ];
}

function foldedReasons({ node, aws }: Facets["folded"]): EmptyReason[] {
  if (node + aws === 0) return [];
  return [
    {
      title: `${formatPlural(node + aws, "attempt")} folded away`,
      detail: `${formatCount(node)} by nodes, ${formatCount(aws)} by EKS itself.`,
      problem: null,
      remedy: { kind: "show-noise" },
    },
  ];
}

function isStillReading({ state }: SourceCoverage): boolean {
  return state === "waiting" || state === "reading";
}

function overlaps(a: TimeRange, b: TimeRange): boolean {
  return a.from < b.to && b.from < a.to;
}

function covers({ read }: SourceCoverage, range: TimeRange): boolean {
  return read.some(({ from, to }) => from <= range.from && range.to <= to);
}
