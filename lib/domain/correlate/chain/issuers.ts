import type { EpochMs } from "../../time/time-range";
import type { Want } from "./addresses";
import { type Answers, type Call, callsFor, callsForAny } from "./candidates";
import type { Credentials } from "./credentials";
import { type CallsByKey, callsByKey } from "./calls-by-key";
import { portalRoleOf } from "./origins";
import { portalCallsOf } from "./portal-calls";
import { BESIDE_MS, wantById, wantOfSecond } from "./wants";

/** What was found of how credentials were issued. */
export interface Issuers extends InSecond {
  readonly key: CallsByKey;
  /** The sign-in that the session itself names. */
  readonly named: readonly Call[];
}

/** By principal and second. */
interface InSecond {
  readonly issuers: readonly Call[];
  /** The sign-ins that the session goes on with: the last of each kind, the oldest first. */
  readonly logins: readonly Call[];
  /** The portal's call. */
  readonly portal: readonly Call[];
}

/**
 * Finds what issued these credentials; null = there is no way to ask. `creationDate` is STS's own clock, as is the time
 * of the event that issued them, so what stands in the very second comes first (facts: aws §4.10). Sign-ins and the
 * portal are other services with other clocks, and records are cut to seconds: where nothing stands in the second, what
 * stands within two of it counts.
 */
export function* findIssuers(
  credentials: Credentials,
  usedMs: EpochMs,
): Generator<readonly Want[], Issuers | null, Answers> {
  const byId = wantById(credentials, usedMs);
  const exact = askSecond(credentials, usedMs, [0]);
  const wants = [byId.key, byId.signIn].filter((want) => want !== null);
  const all = [...wants, ...listed(exact)];
  if (all.length === 0) return null;
  const answers = yield all;
  const key = callsByKey(credentials, usedMs, callsFor(byId.key, answers));
  const named = callsFor(byId.signIn, answers).slice(-1);
  const found = readSecond({ credentials, hasSignIn: named.length > 0 }, exact, answers);
  const beside = stillOpen(found, askSecond(credentials, usedMs, BESIDE_MS), {
    isIssued: key.calls.length > 0,
    mayHavePassword: named.length === 0 && isUserOrRoot(credentials),
  });
  const more = listed(beside);
  if (more.length === 0) return { key, named, ...found };
  const near = readSecond({ credentials, hasSignIn: found.logins.length > 0 }, beside, yield more);
  return { key, named, ...firstOf(found, near) };
}

interface Asked {
  readonly principal: readonly Want[];
  readonly login: readonly Want[];
  readonly portal: readonly Want[];
}

function askSecond(credentials: Credentials, usedMs: EpochMs, beside: readonly number[]): Asked {
  const wants = beside.map((ms) => wantOfSecond(credentials, usedMs, ms));
  return {
    principal: wants.flatMap(({ principal }) => principal ?? []),
    login: wants.flatMap(({ login }) => login ?? []),
    portal: wants.flatMap(({ portal }) => portal ?? []),
  };
}

function listed({ principal, login, portal }: Asked): readonly Want[] {
  return [...principal, ...login, ...portal];
}

/** What of the seconds beside is worth asking for. A sign-in that names its session names it by the very second. */
function stillOpen(
  { issuers, logins, portal }: InSecond,
  beside: Asked,
  { isIssued, mayHavePassword }: { readonly isIssued: boolean; readonly mayHavePassword: boolean },
): Asked {
  return {
    principal: isIssued || issuers.length > 0 ? [] : beside.principal,
    login: isIssued || logins.length > 0 || !mayHavePassword ? [] : beside.login,
    portal: portal.length > 0 ? [] : beside.portal,
  };
}

function readSecond(
  { credentials, hasSignIn }: { readonly credentials: Credentials; readonly hasSignIn: boolean },
  asked: Asked,
  answers: Answers,
): InSecond {
  const logins = lastOfEachKind(
    callsForAny(asked.login, answers).filter((call) => isSignInOf(credentials, call)),
  );
  const changesKeys = hasSignIn || logins.length > 0;
  return {
    issuers: callsForAny(asked.principal, answers).filter((call) => agrees(credentials, call, changesKeys)),
    logins,
    portal: portalCallsOf(credentials, callsForAny(asked.portal, answers)),
  };
}

/** Who opens the console, and then asks for a token in it, signs in twice. */
function lastOfEachKind(calls: readonly Call[]): Call[] {
  return calls.filter(
    ({ event: { kind } }, i) => !calls.some(({ event }, later) => later > i && event.kind === kind),
  );
}

function firstOf(exact: InSecond, near: InSecond): InSecond {
  return {
    issuers: exact.issuers.length > 0 ? exact.issuers : near.issuers,
    logins: exact.logins.length > 0 ? exact.logins : near.logins,
    portal: exact.portal.length > 0 ? exact.portal : near.portal,
  };
}

/** One that names a session, by its creation or its own id, is of no other. */
function isSignInOf({ createdMs, signInSessionArn = null }: Credentials, { event }: Call): boolean {
  const named = event.details.signInSessionArn ?? null;
  if (named !== null && signInSessionArn !== null && named !== signInSessionArn) return false;
  return event.by.createdMs === null || event.by.createdMs === createdMs;
}

/**
 * A call that gave out another key did not issue these credentials, except where keys change under way: Identity Center
 * and the console give out new ones (facts: aws §4.5, §4.10).
 */
function agrees(credentials: Credentials, { event: { kind, issued } }: Call, hasSignIn: boolean): boolean {
  if (credentials.accessKeyId === null || hasSignIn || !issued?.accessKeyId) return true;
  return kind === "assume-role-with-saml" && portalRoleOf(credentials) !== null;
}

function isUserOrRoot({ type, accessKeyId }: Credentials): boolean {
  return (type === "IAMUser" || type === "Root") && (accessKeyId?.startsWith("ASIA") ?? true);
}
