import type { Want } from "./addresses";
import { type Answers, type Call, callsFor } from "./candidates";
import type { Credentials } from "./credentials";
import { portalUserOf } from "./portal-user";
import { wantSignIns } from "./wants";

/** How somebody came to the portal. */
interface PortalSignIn {
  readonly token: readonly Call[];
  /** The portal's call names the very token. */
  readonly isTokenNamed: boolean;
  readonly signIn: readonly Call[];
  /** Identity Center's id of the person. */
  readonly userId: string | null;
  /** His name, where a sign-in of his tells it. */
  readonly signedInAs: string | null;
}

/** What a person did before these calls to the portal, or before his credentials were made; null = he is not known. */
export function* findPortalSignIn(
  { userId, createdMs }: Credentials,
  calls: readonly Call[],
): Generator<readonly Want[], PortalSignIn | null, Answers> {
  const users = new Set(calls.map(({ event }) => portalUserOf(event)));
  const [user] = users;
  const at = calls[0]?.event.timeMs ?? createdMs;
  const person = userId ?? (users.size === 1 ? user : null) ?? null;
  if (person === null || at === null) return null;
  const { token, signIn } = wantSignIns(person, at);
  const answers = yield [token, signIn];
  const tokens = tokensBehind(calls, callsFor(token, answers));
  const signIns = callsFor(signIn, answers).slice(-1);
  const isOld = calls.some(({ event }) => event.by.userId === null);
  return {
    ...tokens,
    signIn: tokens.token.some(isByApplication) ? [] : signIns,
    userId: isOld ? userId : person,
    signedInAs: signIns[0]?.event.details.subject ?? null,
  };
}

/**
 * The portal's events of one session carry one `credentialId` (facts: aws §4.10). The command line's own token has
 * another form of it, so that unequal ones prove nothing there; a token that an application got has the same form.
 */
function tokensBehind(
  calls: readonly Call[],
  tokens: readonly Call[],
): Pick<PortalSignIn, "token" | "isTokenNamed"> {
  const ids = new Set(
    calls.map(({ event }) => event.details.credentialId ?? null).filter((id) => id !== null),
  );
  const named = tokens.filter(({ event }) => ids.has(event.details.credentialId ?? ""));
  if (named.length > 0) return { token: named.slice(-1), isTokenNamed: true };
  if (calls.length > 0 && calls.every(isTile)) return { token: [], isTokenNamed: false };
  const others = tokens.filter(
    (call) => !isByApplication(call) || ids.size === 0 || !call.event.details.credentialId,
  );
  return { token: others.slice(-1), isTokenNamed: false };
}

/** A tile of the portal opens the console in the browser, without the command line's token. */
function isTile({ event: { kind } }: Call): boolean {
  return kind === "federate";
}

/** CreateTokenWithIAM: the person signed in to the application, not to the portal. */
function isByApplication({ event: { by } }: Call): boolean {
  return by.type !== "IdentityCenterUser" && by.type !== "Unknown";
}
