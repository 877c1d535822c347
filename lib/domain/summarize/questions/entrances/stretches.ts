import type { EpochMs, TimeRange } from "../../../time/time-range";

/** A range, cut where something changed that decides. */
export interface Stretches {
  /** Where one stretch ends and the next begins, oldest first. */
  readonly bounds: readonly EpochMs[];
  /** Older changes at which it is not cut: there are too many. */
  readonly uncut: number;
}

const MOST_BOUNDS = 30;

/** Cuts a range at changes, at the newest so many. */
export function cutAtChanges(changes: readonly { readonly timeMs: EpochMs }[], range: TimeRange): Stretches {
  const within = changes.flatMap(({ timeMs }) => (timeMs > range.from && timeMs < range.to ? [timeMs] : []));
  const all = [...new Set(within)].sort((a, b) => a - b);
  const bounds = all.slice(-MOST_BOUNDS);
  return { bounds, uncut: all.length - bounds.length };
}

/** The last instant of each stretch, oldest first: what held then is taken for all of it. */
export function momentsOf(range: TimeRange, bounds: readonly EpochMs[]): EpochMs[] {
  return [...bounds, range.to].map((endMs) => endMs - 1);
}
