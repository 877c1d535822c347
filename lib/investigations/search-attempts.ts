import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import { InvalidQuery } from "@/lib/ports/event-store";
import type { AttemptQuery } from "@/lib/ports/investigations";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";

const MOST_ROWS = 500;

/** One page of attempts, newest first. Throws InvalidQuery for a limit or cursor that cannot be. */
export async function searchAttempts(
  _viewer: Viewer,
  query: AttemptQuery,
  { store }: InvestigationContext,
): Promise<AttemptPage> {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MOST_ROWS) {
    throw new InvalidQuery("limit", `is a whole number from 1 to ${MOST_ROWS}`);
  }
  return store.search(query);
}
