import type { Want } from "./addresses";
import { type Answers, type Call, callsFor } from "./candidates";
import type { Credentials } from "./credentials";
import { portalUserOf } from "./portal-user";
import { sessionNameOf } from "./session-name";
import { wantSignIns } from "./wants";

/** The last ones; more would tell nobody anything. */
const MOST_DEVICES = 10;

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
  /** He signed in by another name than the session has, which Identity Center gives: the calls are somebody else's. */
  readonly isAnother: boolean;
}

/**
 * What a person did before these calls to the portal, or before his credentials were made; null = he is not known. Only a
 * record of the session itself tells whose it is for sure (facts: aws §4.10): the person behind calls that fit by time counts
 * where his sign-in has the session's name.
 */
export function* findPortalSignIn(
  credentials: Credentials,
  calls: readonly Call[],
): Generator<readonly Want[], PortalSignIn | null, Answers> {
  const { userId, createdMs } = credentials;
  const users = new Set(calls.map(({ event }) => portalUserOf(event)));
  const [user] = users;
  const at = calls[0]?.event.timeMs ?? createdMs;
  const person = userId ?? (users.size === 1 ? user : null) ?? null;
  if (person === null || at === null) return null;
  const { token, signIn } = wantSignIns(person, at);
  const answers = yield [token, signIn];
  const tokens = tokensBehind(calls, callsFor(token, answers));
  const signIns = lastOfEachDevice(nearToken(callsFor(signIn, answers), tokens.token));
  const signedInAs = signIns[0]?.event.details.subject ?? null;
  const isNamed = signedInAs !== null && isSameName(signedInAs, sessionNameOf(credentials));
  const isOld = calls.some(({ event }) => event.by.userId === null);
  return {
    ...tokens,
    signIn: tokens.token.some(isByApplication) ? [] : signIns,
    userId: userId ?? (isNamed && !isOld ? person : null),
    signedInAs,
    isAnother: userId === null && signedInAs !== null && !isNamed,
  };
}

/** User names of Identity Center have no case. */
function isSameName(one: string, other: string | null): boolean {
  return one.toLowerCase() === other?.toLowerCase();
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
  return { token: lastOfEachDevice(others), isTokenNamed: false };
}

/** Sign-ins from where the token was asked for, if there are such. */
function nearToken(signIns: readonly Call[], tokens: readonly Call[]): readonly Call[] {
  const addresses = new Set(tokens.map(({ event }) => event.sourceIp));
  const near = signIns.filter(({ event }) => addresses.has(event.sourceIp));
  return near.length > 0 ? near : signIns;
}

/** Nothing tells which of a person's devices it was: the last of each, by address and agent, the oldest first. */
function lastOfEachDevice(calls: readonly Call[]): readonly Call[] {
  const devices = new Map<string, Call>();
  for (const call of calls) {
    const device = JSON.stringify([call.event.sourceIp, call.event.userAgent]);
    devices.delete(device);
    devices.set(device, call);
  }
  return [...devices.values()].slice(-MOST_DEVICES);
}

/** A tile of the portal opens the console in the browser, without the command line's token. */
function isTile({ event: { kind } }: Call): boolean {
  return kind === "federate";
}

/** CreateTokenWithIAM: the person signed in to the application, not to the portal. */
function isByApplication({ event: { by } }: Call): boolean {
  return by.type !== "IdentityCenterUser" && by.type !== "Unknown";
}
