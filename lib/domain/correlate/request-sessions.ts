import type { EpochMs } from "../time/time-range";
import type { Attempt, Caller } from "./attempt";
import type { Origin } from "./chain/chain";
import { isGeneratedSession } from "./chain/session-name";
import type { KubeRequest } from "./kube-request";

/** A token lives 15 minutes at most, and the API server keeps the answer about it for 2 more by default (facts: authenticator §7, §1). */
export const LET_IN_MS = 17 * 60_000;
/** The audit log's clock and the authenticator's are those of two processes. */
export const CLOCKS_MS = 2_000;

/** A session that may have made a request, and the attempt that let it in. */
export interface RequestSession {
  readonly attemptId: string;
  /** `keyed`: both records print the same access key id; `timed`: only identity, session name and time fit. */
  readonly confidence: "keyed" | "timed";
}

/** What of a request tells its session. */
export type SessionMark = Pick<KubeRequest, "timeMs" | "kubernetes"> & {
  readonly caller: Pick<Caller, "accessKeyId" | "sessionName">;
};

/** An attempt with who is behind it, as far as that was traced. */
type LetIn = Attempt & { readonly origin?: Pick<Origin, "name" | "userId"> | null };

/** Whether several may be behind one session name: a tool made it up, or the log does not tell it. */
export function mayBeAnybodys(sessionName: string | null): boolean {
  return sessionName === null || isGeneratedSession(sessionName);
}

/**
 * The sessions that may have made a request, likeliest first: of those let in with the same uid and username shortly
 * before, the ones with its access key id; where none prints a key, all whose session name fits. Of each session the last attempt
 * before the request; people who share a role and a session name are told apart by their chains, and where a tool named the
 * session each attempt may be another's. `attempts`: of the request's cluster. Depends on the set alone. Source: facts, authenticator §7.
 */
export function findSessions(request: SessionMark, attempts: readonly LetIn[]): RequestSession[] {
  const fitting = attempts.filter((attempt) => mayHaveLetIn(attempt, request));
  const keyed = fitting.filter(({ caller }) => isSameKey(caller, request));
  const chosen = keyed.length > 0 ? keyed : fitting.filter(({ caller }) => caller?.accessKeyId == null);
  const sessions = new Map<string, Attempt>();
  for (const attempt of chosen) {
    const key = keyed.length > 0 ? "" : sessionOf(attempt);
    const known = sessions.get(key);
    if (known === undefined || isLikelier(attempt, known, request.timeMs)) sessions.set(key, attempt);
  }
  const confidence = keyed.length > 0 ? "keyed" : "timed";
  return [...sessions.values()]
    .sort((a, b) => (isLikelier(a, b, request.timeMs) ? -1 : 1))
    .map(({ id }) => ({ attemptId: id, confidence }));
}

function sessionOf({ id, caller, origin }: LetIn): string {
  const { arn = null, sessionName = null } = caller ?? {};
  const who = origin?.userId ?? origin?.name ?? null;
  return JSON.stringify([arn, sessionName, who, who === null && mayBeAnybodys(sessionName) ? id : null]);
}

function mayHaveLetIn({ decision, timeMs, kubernetes, caller }: Attempt, request: SessionMark): boolean {
  if (decision !== "granted" || kubernetes === null) return false;
  if (timeMs < request.timeMs - LET_IN_MS || timeMs > request.timeMs + CLOCKS_MS) return false;
  const { uid, username } = request.kubernetes;
  if (kubernetes.uid !== uid || kubernetes.username !== username) return false;
  const [name, asked] = [caller?.sessionName ?? null, request.caller.sessionName];
  return name === null || asked === null || name === asked;
}

function isSameKey(caller: Caller | null, request: SessionMark): boolean {
  const key = request.caller.accessKeyId;
  return key !== null && caller?.accessKeyId === key;
}

/** Nearer before the request; what stands after it by the difference of the clocks counts as last. */
function isLikelier(a: Attempt, b: Attempt, atMs: EpochMs): boolean {
  const [isAfterA, isAfterB] = [a.timeMs > atMs, b.timeMs > atMs];
  if (isAfterA !== isAfterB) return isAfterB;
  if (a.timeMs !== b.timeMs) return a.timeMs > b.timeMs;
  return a.id < b.id;
}
