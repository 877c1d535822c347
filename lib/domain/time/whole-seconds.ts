import type { TimeRange } from "./time-range";

const SECOND_MS = 1_000;

/** The shortest range of whole seconds that holds all of a range, for those who count in seconds: AWS, and addresses. */
export function wholeSeconds({ from, to }: TimeRange): TimeRange {
  return { from: Math.floor(from / SECOND_MS) * SECOND_MS, to: Math.ceil(to / SECOND_MS) * SECOND_MS };
}
