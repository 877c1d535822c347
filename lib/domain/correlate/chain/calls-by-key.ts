import type { EpochMs } from "../../time/time-range";
import type { Call } from "./candidates";
import type { SetAside } from "./chain";
import type { Credentials } from "./credentials";
import { fitsSession } from "./fits-session";
import { latestIssue, SKEW_MS } from "./wants";

/** The calls that name a session's key. */
export interface CallsByKey {
  /** Those that gave it out. Several are equally good. */
  readonly calls: readonly Call[];
  /** The certificate's session behind a role that IAM Roles Anywhere took: it tells the same key. */
  readonly behind: readonly Call[];
  /** Those that cannot have given it out. */
  readonly setAside: readonly SetAside[];
}

/**
 * Sorts the calls that name the key of these credentials. A key id is unique only together with its secret (facts: aws
 * §4.10): what gave it to another principal, after it was used, or far from the session's creation, is no hop and is told as
 * such. Of several that fit,
 * those within the creation's second and STS's own skew come first.
 */
export function callsByKey(credentials: Credentials, usedMs: EpochMs, found: readonly Call[]): CallsByKey {
  const setAside: SetAside[] = [];
  const fitting = found.filter(({ event }) => {
    const reason = whyNot(credentials, usedMs, event);
    if (reason !== null) setAside.push({ eventId: event.eventId, recordId: event.recordId, reason });
    return reason === null;
  });
  const anywhere = fitting.filter(({ event }) => event.kind === "roles-anywhere");
  const others = fitting.filter(({ event }) => event.kind !== "roles-anywhere");
  if (others.length === 0) return { calls: anywhere, behind: [], setAside };
  const near = others.filter((call) => isOfCreation(credentials, call));
  return { calls: near.length > 0 ? near : others, behind: anywhere, setAside };
}

function whyNot(credentials: Credentials, usedMs: EpochMs, event: Call["event"]): SetAside["reason"] | null {
  if (event.timeMs > latestIssue(usedMs)) return "after-use";
  if (!fitsSession(credentials, event)) return "other-principal";
  return secondsApart(credentials, event) > FAR_S ? "other-time" : null;
}

/** STS gives credentials out in the second of their creation; what is minutes apart gave out others. */
const FAR_S = 300;

function secondsApart({ createdMs }: Credentials, { eventTimeMs }: Call["event"]): number {
  return createdMs === null ? 0 : Math.abs(eventTimeMs - createdMs) / 1_000;
}

function isOfCreation(credentials: Credentials, { event }: Call): boolean {
  return credentials.createdMs !== null && secondsApart(credentials, event) <= SKEW_MS / 1_000;
}
