import type { OwnAuditLog, OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/asker";
import { createRateLimit } from "../web/rate-limit";
import { tryKey } from "../web/try-key";
import { noteShare } from "./note-share";

interface Opening {
  readonly id: string;
  readonly outcome: OwnAuditNote["outcome"];
  readonly by: "link" | "sign-in";
}

const SAME_MS = 60_000;
/** Of all strangers together, whatever addresses they have. */
const MOST_REFUSALS = 60;
const MOST_REMEMBERED = 10_000;

/**
 * Notes who opened a share, or was refused. Whoever signed in is noted each time. Of a stranger the same share is one view
 * a minute, and one refusal a minute stands for all of his; how many were left out is told with the next one: nobody can
 * fill the log without signing in (facts: security §3.4, §3.5).
 */
export class OpeningNotes {
  readonly #audit: OwnAuditLog;
  readonly #now: () => number;
  readonly #views = new Map<string, number>();
  readonly #own: ReturnType<typeof createRateLimit>;
  readonly #all: ReturnType<typeof createRateLimit>;
  #leftOut = 0;

  constructor(audit: OwnAuditLog, now: () => number) {
    this.#audit = audit;
    this.#now = now;
    this.#own = createRateLimit({ most: 1, perMs: SAME_MS, now });
    this.#all = createRateLimit({ most: MOST_REFUSALS, perMs: SAME_MS, now });
  }

  /** Rejects where it cannot be noted: then it is not to be told either. */
  async note(asker: Asker, opening: Opening): Promise<void> {
    if (asker.viewer.kind !== "anyone") return this.#write(asker, opening);
    if (opening.outcome !== "refused") return this.#noteView(asker, opening);
    const isOne = this.#own.take(tryKey(asker.peer)) === null && this.#all.take("all") === null;
    const leftOut = this.#leftOut;
    this.#leftOut = isOne ? 0 : leftOut + 1;
    if (isOne) await this.#write(asker, opening, leftOut === 0 ? {} : { leftOut });
  }

  async #noteView(asker: Asker, opening: Opening): Promise<void> {
    const key = `${opening.id} ${tryKey(asker.peer)}`;
    if (this.#now() - (this.#views.get(key) ?? Number.NEGATIVE_INFINITY) < SAME_MS) return;
    await this.#write(asker, opening);
    // Too many at once: to note one twice is better than to grow without end.
    if (this.#views.size >= MOST_REMEMBERED) this.#views.clear();
    this.#views.set(key, this.#now());
  }

  #write(
    asker: Asker,
    { id, outcome, by }: Opening,
    more: { readonly leftOut?: number } = {},
  ): Promise<void> {
    const note = { deed: "share-opened", id: id.slice(0, 64), outcome, facts: { by, ...more } } as const;
    return noteShare({ audit: this.#audit }, asker, note);
  }
}
