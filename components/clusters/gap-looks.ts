import { GAP_WORDS } from "@/components/shell/gap-words";
import type { StripLook } from "@/components/ui/time-strip";
import type { CoverageGap, GapKind } from "@/lib/domain/summarize/coverage/coverage-gaps";
import { intersectRanges } from "@/lib/domain/time/intersect-ranges";
import type { TimeRange } from "@/lib/domain/time/time-range";

/** Not read yet is empty, refused by AWS is hatched, silent is dotted, and what nobody can read any more is crossed out. */
export const GAP_LOOKS: Readonly<Record<GapKind, StripLook>> = {
  unread: "empty",
  refused: "hatched",
  "log-off": "crossed",
  expired: "crossed",
  "not-asked": "empty",
  silent: "dotted",
  "before-log": "crossed",
};

export function toMarks(gaps: readonly CoverageGap[]) {
  return gaps.map(({ from, to, kind }) => ({ from, to, look: GAP_LOOKS[kind] }));
}

/** Share of the range of which something is known, 0 to 1. */
export function shareKnown(gaps: readonly CoverageGap[], range: TimeRange): number {
  const missing = intersectRanges(range, gaps).reduce((sum, { from, to }) => sum + to - from, 0);
  return 1 - missing / (range.to - range.from);
}

/** `100 %`, `97 %`; never 100 where something is missing. */
export function knownWords(share: number): string {
  return `${share === 1 ? 100 : Math.min(99, Math.floor(share * 100))} %`;
}

/** `Last 24 hours: 97 % known; refused by AWS, not read yet`. */
export function stripWords(title: string, gaps: readonly CoverageGap[], range: TimeRange): string {
  const within = gaps.filter((gap) => gap.from < range.to && gap.to > range.from);
  const kinds = [...new Set(within.map(({ kind }) => GAP_WORDS[kind]))];
  const why = kinds.length === 0 ? "" : `; ${kinds.join(", ")}`;
  return `${title}: ${knownWords(shareKnown(gaps, range))} known${why}`;
}
