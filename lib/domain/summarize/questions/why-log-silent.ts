import { subtractRanges } from "../../time/subtract-ranges";
import { formatSpan } from "../../time/format-time";
import type { TimeRange } from "../../time/time-range";
import { problemInOneLine, type SourceKind, type StoredCoverage } from "../coverage/coverage-report";

interface LogAsked {
  readonly kind: SourceKind;
  /** `authenticator log`. */
  readonly name: string;
  readonly cluster: string;
  readonly range: TimeRange;
}

/** Why a cluster's log tells nothing, or not all, of a time; empty = it was read for all of it. */
export function whyLogSilent(
  { kind, name, cluster, range }: LogAsked,
  sources: readonly StoredCoverage[],
): string[] {
  const logs = sources.filter((source) => source.kind === kind && source.cluster === cluster);
  if (logs.length === 0) return [`No ${name} of this cluster is read.`];
  const problems = logs.flatMap(({ problem }) => (problem === null ? [] : [problemInOneLine(problem)]));
  const unread = subtractRanges(
    range,
    logs.flatMap(({ read }) => read),
  ).filter(({ from, to }) => to - from > SHORT_MS);
  const [first, ...others] = unread;
  if (first === undefined) return problems;
  const more = others.length === 0 ? "" : ` and of ${others.length} more stretches`;
  return [...problems, `The ${name} of ${formatSpan(first.from, first.to)} UTC${more} is not read.`];
}

/** The newest minutes are always on their way. */
const SHORT_MS = 5 * 60_000;
