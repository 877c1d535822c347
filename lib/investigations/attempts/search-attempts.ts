import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import type { AttemptQuery } from "@/lib/ports/investigations";
import type { Viewer } from "@/lib/ports/viewer";
import { checkLimit } from "../check-limit";
import type { InvestigationContext } from "../investigation-context";

const MOST_ROWS = 500;

/** One page of attempts, newest first. Throws InvalidQuery for a limit or start that cannot be. */
export async function searchAttempts(
  _viewer: Viewer,
  query: AttemptQuery,
  { store }: InvestigationContext,
  signal?: AbortSignal,
): Promise<AttemptPage> {
  checkLimit(query.limit, MOST_ROWS);
  const starts = [query.cursor, query.position, query.atMs].filter((start) => (start ?? null) !== null);
  if (starts.length > 1) throw new InvalidQuery("cursor", "excludes position and at, and these each other");
  const { position } = query;
  if (typeof position === "number" && !(Number.isSafeInteger(position) && position >= 0)) {
    throw new InvalidQuery("position", "is a whole number from 0");
  }
  return store.search(query, signal);
}
