import type { Attempt, CallerClass } from "../correlate/attempt";
import type { AttemptOrigin } from "../correlate/chain/attempt-origin";
import { nameOf } from "./who-got-in";

/** What an attempt is asked for here; one whose session was not traced has no origin, or null. */
export type MaybeTraced = Attempt & { readonly origin?: AttemptOrigin | null };

/** The origin's name, where it tells more than the name of the one who came does. */
export interface NameBehind {
  readonly kind: CallerClass;
  readonly text: string;
  /** Joined by principal and time, or one of several. */
  readonly probable: boolean;
  /** Chosen by whoever came: a word, not a proof. */
  readonly claimed: boolean;
}

/** Who is behind an attempt under another name than the one it came with; null = nobody that is known. */
export function nameBehind(attempt: MaybeTraced): NameBehind | null {
  const { origin = null } = attempt;
  const text = origin?.name ?? origin?.userId ?? null;
  if (origin === null || text === null || text === nameOf(attempt).text) return null;
  // `role/session` says it already.
  if (origin.nameFrom === "session-name" && text === attempt.caller?.sessionName) return null;
  const { kind, confidence } = origin;
  return { kind, text, probable: confidence === "timed", claimed: (confidence ?? "claimed") === "claimed" };
}
