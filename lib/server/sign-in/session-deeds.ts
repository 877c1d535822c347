import type { SessionEntry, SessionList } from "@/lib/domain/summarize/session-entry";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Identity, Session } from "@/lib/ports/sessions";
import { SessionFile } from "@/lib/state/session-file";
import type { Asker } from "../access/asker";
import { sessionsFile } from "../data-folder";
import type { Deed, DeedParts } from "../deeds/deed";

/** A session that begins; `instead`: the hash of the one that it replaces in the same browser. */
export interface OpenSession {
  readonly id: string;
  readonly hash: string;
  readonly identity: Identity;
  readonly instead: string | null;
  /** Where it begins; null = unknown. */
  readonly peer: string | null;
}

/**
 * Sessions, held by the engine alone. The web process asks with hashes: a session's secret never leaves it. Opening,
 * reading and closing are for the front server, which asks before it knows who somebody is.
 */
export function createSessionDeeds({ dataDir, clock, audit }: DeedParts) {
  const file = new SessionFile(sessionsFile(dataDir), clock);
  return {
    openSession: deed("anyone", async (_asker, { instead, ...session }: OpenSession) => {
      await file.open(session, instead);
      return null;
    }),
    readSession: deed("anyone", (_asker, { hash, isUse }: { hash: string; isUse: boolean }) =>
      file.read(hash, isUse),
    ),
    closeSession: deed("anyone", (_asker, hash: string) => file.end((session) => session.hash === hash)),
    /** What the front server saw: who signed in, out, or was turned away. */
    noteVisit: deed("anyone", (_asker, note: OwnAuditNote) => audit.note(note)),
    listSessions: deed("admin", async ({ sessionId }, _query: null): Promise<SessionList> => {
      const sessions = await file.list();
      return { sessions: sessions.map((session) => toEntry(session, sessionId)) };
    }),
    endSession: deed("admin", async ({ viewer, peer }, id: string): Promise<boolean> => {
      const ended = await file.end((session) => session.id === id);
      const target = ended === null ? id : ended.identity.name;
      const outcome = ended === null ? "failed" : "done";
      // Names are chosen by the provider: the id says which person it was.
      const person = ended === null ? {} : { person: `${ended.identity.issuer}|${ended.identity.subject}` };
      const facts = { session: id.slice(0, 64), ...person };
      await audit.note({ deed: "session-ended", viewer, peer, target, outcome, facts });
      return ended !== null;
    }),
  };
}

function deed<Q, A>(least: Deed<Q, A>["least"], run: (asker: Asker, query: Q) => Promise<A>): Deed<Q, A> {
  return { least, run };
}

function toEntry({ id, identity, peer, startedMs, seenMs }: Session, ownId: string | null): SessionEntry {
  const { issuer, subject, name, groups } = identity;
  return { id, name, person: `${issuer}|${subject}`, groups, peer, startedMs, seenMs, own: id === ownId };
}
