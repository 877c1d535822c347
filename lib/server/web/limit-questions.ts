import type { Asker } from "../access/asker";
import type { Visit } from "./admit";
import type { RateLimit } from "./rate-limit";
import { pathOf, refuseAsApi } from "./refuse";
import { tryKey } from "./try-key";

/** Ten a second for a minute: no page asks as much by itself, and no person by its means. */
export const MOST_QUESTIONS = { most: 600, perMs: 60_000 };

/**
 * Counts what is asked of the API by who asks. True = it was too much, and he was told when to come back. This machine's
 * own user has only himself to slow.
 */
export function limitQuestions(
  questions: RateLimit,
  { request, response, peer }: Visit,
  asker: Asker,
): boolean {
  if (asker.viewer.kind === "local" || !pathOf(request).startsWith("/api/")) return false;
  const seconds = questions.take(keyOf(asker, peer));
  if (seconds === null) return false;
  response.setHeader("retry-after", seconds);
  const message = `There were too many questions in a minute. Try again in ${seconds} seconds.`;
  refuseAsApi(response, 429, "too-busy", message);
  return true;
}

/** Of a stranger only the address is known. */
function keyOf({ viewer, sessionId }: Asker, peer: string | null): string {
  if (sessionId !== null) return `session ${sessionId}`;
  return viewer.kind === "anyone" ? `address ${tryKey(peer)}` : `person ${viewer.id}`;
}
