import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";

/**
 * Whether a call that gave out a session's key can have issued that session: a key id is unique only together with its
 * secret (facts: aws §4.10), so the principal must be the session's own as well. What either side leaves open fits.
 */
export function fitsSession({ principalId }: Credentials, event: HopEvent): boolean {
  const issued = principalOf(event);
  return issued === null || principalId === null || isSamePrincipal(issued, principalId);
}

/** For whom the key was. GetSessionToken and the console's go on with their caller; AssumeRoot names an account. */
function principalOf({ kind, issued, by, details }: HopEvent): string | null {
  if (kind === "get-session-token" || kind === "signin-token") return by.principalId;
  if (kind === "assume-root") return /\d{12}/.exec(details.targetPrincipal ?? "")?.[0] ?? null;
  return issued?.principalId ?? null;
}

/** A log line that does not tell the session has the unique id alone. */
function isSamePrincipal(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}:`) || b.startsWith(`${a}:`);
}
