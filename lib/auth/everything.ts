import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";

/** The last moment of the year 9999. */
const END_OF_TIME_MS = 253_402_300_799_999;

/** All attempts that are stored, of nodes and AWS too. */
export function everything(): AttemptFilter {
  return { ...NO_FACETS, range: { from: 0, to: END_OF_TIME_MS }, text: "", noise: "show" };
}
