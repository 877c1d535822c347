import { LONGEST_RAW_MS, type RawPage, type RawQuery } from "@/lib/domain/summarize/raw-search";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import type { Viewer } from "@/lib/ports/viewer";
import { checkLimit } from "../check-limit";
import type { InvestigationContext } from "../investigation-context";

const LONGEST_TEXT = 256;
const MOST_ROWS = 500;

/**
 * Raw records that hold a text. They are gone through one by one, so the range is short and the search ends with its
 * signal. Throws InvalidQuery for what cannot be asked.
 */
export async function searchRaw(
  _viewer: Viewer,
  query: RawQuery,
  { store }: InvestigationContext,
  signal?: AbortSignal,
): Promise<RawPage> {
  const { range, text, limit } = query;
  if (text.trim() === "") throw new InvalidQuery("q", "must say what to look for");
  if (text.length > LONGEST_TEXT) throw new InvalidQuery("q", `is longer than ${LONGEST_TEXT} characters`);
  if (range.to - range.from > LONGEST_RAW_MS) {
    const why = "raw records are gone through one by one. Search attempts for longer ranges";
    throw new InvalidQuery("from", `must be at most 24 hours before "to": ${why}`);
  }
  checkLimit(limit, MOST_ROWS);
  return store.searchRaw(query, signal);
}
