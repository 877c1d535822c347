import { toVisibleString } from "@/components/ui/visible-text";
import type { Histogram, HistogramGap } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { GapKind } from "@/lib/domain/summarize/coverage/coverage-gaps";
import type { TimeRange } from "@/lib/domain/time/time-range";

/** What is wrong with a stretch of time, in a few words. */
export const GAP_WORDS: Readonly<Record<GapKind, string>> = {
  unread: "not read yet",
  refused: "not read: refused by AWS",
  "log-off": "the log is off",
  expired: "no longer kept by AWS",
  "not-asked": "not read",
  silent: "the log is silent",
  "before-log": "the log holds nothing",
};

const MOST_NAMES = 3;

/** The gaps that touch a stretch of time. */
export function gapsWithin(gaps: Histogram["gaps"], { from, to }: TimeRange): HistogramGap[] {
  return gaps.filter((gap) => gap.from < to && gap.to > from);
}

/** `not read yet: prod, staging; the log is silent: dev`. Empty without gaps. */
export function describeGaps(gaps: readonly HistogramGap[]): string {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  return kinds.map((kind) => describeKind(kind, gaps)).join("; ");
}

function describeKind(kind: GapKind, gaps: readonly HistogramGap[]): string {
  const clusters = new Set(
    gaps.flatMap((gap) => (gap.kind === kind && gap.cluster !== null ? [gap.cluster] : [])),
  );
  // An address names clusters too: whoever sends the link chose the letters.
  const names = [...clusters].slice(0, MOST_NAMES).map(toVisibleString);
  const more = clusters.size - names.length;
  if (names.length === 0) return GAP_WORDS[kind];
  return `${GAP_WORDS[kind]}: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
