import { createHash, randomBytes } from "node:crypto";
import type { Identity, Session } from "@/lib/ports/sessions";
import type { OpenSession } from "./session-deeds";

/** What the engine does with sessions. */
export interface SessionDeeds {
  openSession(query: OpenSession): Promise<unknown>;
  readSession(query: { readonly hash: string; readonly isUse: boolean }): Promise<Session | null>;
  closeSession(hash: string): Promise<Session | null>;
}

/** Half of what a revoked session may still be believed (facts: security §6: within 1 s). */
const TRUST_MS = 500;
const MOST = 5_000;

interface Known {
  readonly session: Promise<Session | null>;
  readonly atMs: number;
  readonly isUse: boolean;
}

/** Knows sessions by their secrets; what the engine said of one is believed for half a second. */
export class SessionKeeper {
  readonly #deeds: SessionDeeds;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor(deeds: SessionDeeds, now: () => number) {
    this.#deeds = deeds;
    this.#now = now;
  }

  /** Begins one; gives its secret: 256 bits for the browser's cookie. */
  async open(identity: Identity, oldSecret: string | null, peer: string | null): Promise<string> {
    const secret = randomBytes(32).toString("base64url");
    const instead = oldSecret === null ? null : hashOf(oldSecret);
    const id = randomBytes(9).toString("base64url");
    await this.#deeds.openSession({ id, hash: hashOf(secret), identity, instead, peer });
    if (instead !== null) this.#known.delete(instead);
    return secret;
  }

  /** The session of a secret; `isUse`: somebody asks, not a page by itself. Rejects while the engine does not answer. */
  read(secret: string, isUse: boolean): Promise<Session | null> {
    const hash = hashOf(secret);
    const known = this.#known.get(hash);
    const now = this.#now();
    if (known !== undefined && now - known.atMs < TRUST_MS && (known.isUse || !isUse)) return known.session;
    const session = this.#deeds.readSession({ hash, isUse });
    this.#known.delete(hash);
    this.#known.set(hash, { session, atMs: now, isUse });
    session.catch(() => this.#known.delete(hash));
    this.#forget(now);
    return session;
  }

  /** Ends it; gives what it was. */
  async close(secret: string): Promise<Session | null> {
    const hash = hashOf(secret);
    return this.#deeds.closeSession(hash).finally(() => this.#known.delete(hash));
  }

  #forget(now: number): void {
    for (const [hash, { atMs }] of this.#known) {
      if (now - atMs < TRUST_MS && this.#known.size <= MOST) return;
      this.#known.delete(hash);
    }
  }
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
