import { SIGN_IN_CALLS } from "@/lib/domain/correlate/chain/hop-kind";
import { keyOfPlace, type Lookup } from "@/lib/domain/correlate/lookups/lookup";
import { isNeverRead, type StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";

/**
 * Whether the event history was read over all of the time, and what it holds had the time to arrive: then there is nothing
 * to ask. Trails do not count: one may keep no reads.
 */
export function isAlreadyRead({ place, question }: Lookup, sources: readonly StoredCoverage[]): boolean {
  const { range, by, value } = question;
  const scanned = `cloudtrail/${keyOfPlace(place)}`;
  const isSignIn = by === "service" || (by === "call" && SIGN_IN_CALLS.has(value));
  const telling = isSignIn ? `${scanned}/sign-ins` : scanned;
  return sources.some(
    ({ id, state, read, settledToMs }) =>
      id === telling &&
      !isNeverRead({ state }) &&
      range.to <= (settledToMs ?? 0) &&
      subtractRanges(range, read).length === 0,
  );
}
