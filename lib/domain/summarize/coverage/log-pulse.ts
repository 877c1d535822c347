import { intersectRanges } from "../../time/intersect-ranges";
import type { EpochMs, TimeRange } from "../../time/time-range";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How a cluster's authenticator log beats, by its own history: nodes and EKS's actors make a steady pulse. */
export interface LogPulse {
  readonly cluster: string;
  readonly lines: number;
  readonly firstMs: EpochMs;
  readonly newestMs: EpochMs;
  /** From line to line, as it usually is. */
  readonly usualGapMs: number;
  /** From one line to the next where that is SHORTEST_QUIET_MS or longer, oldest first. */
  readonly quiet: readonly TimeRange[];
}

/** Delivery alone may take some minutes; nothing shorter is called silence. */
export const SHORTEST_QUIET_MS = 30 * MINUTE;

const FEWEST_LINES = 20;
const SHORTEST_HISTORY_MS = 6 * HOUR;
const SLOWEST_PULSE_MS = HOUR;
const TIMES_USUAL = 10;
/** A quiet that came three times is this log's habit: nights, weekends. */
const HABIT = 3;
const BEYOND_HABIT = 1.5;

/** Stretches that were read and hold no line for longer than this log is ever quiet. Empty where it has no steady pulse. */
export function findSilences(pulse: LogPulse, read: readonly TimeRange[]): TimeRange[] {
  const head = Math.max(pulse.newestMs, read.at(-1)?.to ?? 0);
  const seen = [...pulse.quiet, { from: pulse.newestMs, to: head }].flatMap((quiet) =>
    intersectRanges(quiet, read),
  );
  const longest = longestUsual(pulse, seen);
  return longest === null ? [] : seen.filter(({ from, to }) => to - from > longest);
}

/** The longest quiet that is nothing to worry about; null = no pulse to tell by. */
function longestUsual(pulse: LogPulse, seen: readonly TimeRange[]): number | null {
  if (!isSteady(pulse)) return null;
  const lengths = seen.map(({ from, to }) => to - from).sort((a, b) => b - a);
  const habit = lengths[HABIT - 1] ?? 0;
  return Math.max(SHORTEST_QUIET_MS, TIMES_USUAL * pulse.usualGapMs, BEYOND_HABIT * habit);
}

/** Enough lines over enough time, close enough together, to expect the next one. */
export function isSteady({ lines, firstMs, newestMs, usualGapMs }: LogPulse): boolean {
  return lines >= FEWEST_LINES && newestMs - firstMs >= SHORTEST_HISTORY_MS && usualGapMs <= SLOWEST_PULSE_MS;
}
