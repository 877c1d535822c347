import { SIGN_IN_CALLS } from "@/lib/domain/correlate/chain/hop-kind";
import { keyOfPlace, type Lookup } from "@/lib/domain/correlate/lookups/lookup";
import { isNeverRead, type StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";

/**
 * Whether the event history was read over all of the time, and what it holds had the time to arrive: then there is nothing
 * to ask. Trails do not count: one may keep no reads.
 */
export function isAlreadyRead({ place, question }: Lookup, sources: readonly StoredCoverage[]): boolean {
  const { range } = question;
  const scanned = `cloudtrail/${keyOfPlace(place)}`;
  return scansOf(question).every((scan) =>
    sources.some(
      ({ id, state, read, settledToMs }) =>
        id === `${scanned}${scan}` &&
        !isNeverRead({ state }) &&
        range.to <= (settledToMs ?? 0) &&
        subtractRanges(range, read).length === 0,
    ),
  );
}

const STS = "";
const SIGN_INS = "/sign-ins";

/** What would have told the answer. A name may be of either's events. */
function scansOf({ by, value }: Lookup["question"]): readonly string[] {
  if (by === "user") return [STS, SIGN_INS];
  return by === "service" || (by === "call" && SIGN_IN_CALLS.has(value)) ? [SIGN_INS] : [STS];
}
