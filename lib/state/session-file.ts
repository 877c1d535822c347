import type { Clock } from "@/lib/ports/clock";
import type { Session } from "@/lib/ports/sessions";
import { InTurn } from "./in-turn";
import { readSessionFile, SESSION_FILE_FORMAT } from "./read-session-file";
import { replaceFile } from "./replace-file";

/** Facts: security §6. */
export const IDLE_MS = 30 * 60_000;
export const LONGEST_SESSION_MS = 12 * 60 * 60_000;

/** How stale the moment of the last request may be in the file: after a new start a session ends that much sooner. */
const SEEN_STEP_MS = 60_000;
const MOST_OF_ONE = 20;

/** What of a session is new. */
export type NewSession = Omit<Session, "startedMs" | "seenMs">;

/**
 * Sessions, in memory and in a file of their own: only one process may hold one. They end after 30 minutes without a
 * request, and after 12 hours. What was ended stays so even where the file cannot be written; then the promise rejects.
 */
export class SessionFile {
  readonly #path: string;
  readonly #clock: Pick<Clock, "now">;
  #loaded: Promise<Map<string, Session>> | null = null;
  readonly #turns = new InTurn();
  #writtenMs = 0;

  constructor(path: string, clock: Pick<Clock, "now">) {
    this.#path = path;
    this.#clock = clock;
  }

  /** Keeps a session; the one with the hash `instead` ends. Resolves when it is on the disk. */
  async open(session: NewSession, instead: string | null): Promise<void> {
    const sessions = await this.#live();
    if (instead !== null) sessions.delete(instead);
    const now = this.#clock.now();
    sessions.set(session.hash, { ...session, startedMs: now, seenMs: now });
    dropOldest(sessions, session.identity);
    await this.#write(sessions).catch((error: unknown) => {
      sessions.delete(session.hash);
      throw error;
    });
  }

  /** The session of a secret's hash; `isUse`: somebody asks for something, which keeps it from ending. */
  async read(hash: string, isUse: boolean): Promise<Session | null> {
    const sessions = await this.#live();
    const session = sessions.get(hash);
    if (session === undefined) return null;
    const now = this.#clock.now();
    if (!isUse || now - session.seenMs < 1_000) return session;
    sessions.set(hash, { ...session, seenMs: now });
    // A failure only lets it end sooner after a new start.
    if (now - this.#writtenMs >= SEEN_STEP_MS) await this.#write(sessions).catch(() => undefined);
    return session;
  }

  /** Newest first. */
  async list(): Promise<Session[]> {
    return [...(await this.#live()).values()].sort((a, b) => b.startedMs - a.startedMs);
  }

  /** Ends the session that `is` finds; gives it, or null where there is none. */
  async end(is: (session: Session) => boolean): Promise<Session | null> {
    const sessions = await this.#live();
    const found = [...sessions.values()].find(is);
    if (found === undefined) return null;
    sessions.delete(found.hash);
    await this.#write(sessions);
    return found;
  }

  /** The sessions that have not ended. */
  async #live(): Promise<Map<string, Session>> {
    this.#loaded ??= this.#load();
    const sessions = await this.#loaded;
    const now = this.#clock.now();
    for (const [hash, { startedMs, seenMs }] of sessions)
      if (now - seenMs >= IDLE_MS || now - startedMs >= LONGEST_SESSION_MS) sessions.delete(hash);
    return sessions;
  }

  async #load(): Promise<Map<string, Session>> {
    try {
      return new Map((await readSessionFile(this.#path)).map((one) => [one.hash, one]));
    } catch (error) {
      // The next who asks tries again.
      this.#loaded = null;
      throw error;
    }
  }

  /** One writing after the other, each of all that is so then. */
  #write(sessions: ReadonlyMap<string, Session>): Promise<void> {
    return this.#turns.run(async () => {
      this.#writtenMs = this.#clock.now();
      const content = { format: SESSION_FILE_FORMAT, sessions: [...sessions.values()] };
      await replaceFile(this.#path, `${JSON.stringify(content)}\n`);
    });
  }
}

/** Nobody fills the file by signing in again and again. */
function dropOldest(sessions: Map<string, Session>, { issuer, subject }: Session["identity"]): void {
  const own = [...sessions.values()].filter(
    ({ identity }) => identity.issuer === issuer && identity.subject === subject,
  );
  const tooMany = own.sort((a, b) => a.seenMs - b.seenMs).slice(0, Math.max(0, own.length - MOST_OF_ONE));
  for (const { hash } of tooMany) sessions.delete(hash);
}
