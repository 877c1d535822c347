import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "@/lib/ports/clock";

/** What must come back from the provider, and where to go then. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

const LONGEST_MS = 10 * 60_000;
const MOST = 10_000;

/** Sign-ins that were begun: each is kept for ten minutes, for the browser that began it, and can be taken once. */
export class PendingSignIns {
  readonly #clock: Pick<Clock, "now">;
  readonly #pending = new Map<string, PendingSignIn & { readonly untilMs: number }>();

  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
  }

  /** Keeps it; gives the secret that the browser brings back in a cookie. */
  add(pending: PendingSignIn): string {
    this.#drop();
    const secret = randomBytes(32).toString("base64url");
    this.#pending.set(keyOf(secret), { ...pending, untilMs: this.#clock.now() + LONGEST_MS });
    return secret;
  }

  take(secret: string): PendingSignIn | null {
    const key = keyOf(secret);
    const pending = this.#pending.get(key);
    this.#pending.delete(key);
    return pending === undefined || pending.untilMs <= this.#clock.now() ? null : pending;
  }

  /** The oldest come first. */
  #drop(): void {
    const now = this.#clock.now();
    for (const [key, { untilMs }] of this.#pending) {
      if (untilMs > now && this.#pending.size < MOST) return;
      this.#pending.delete(key);
    }
  }
}

function keyOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
