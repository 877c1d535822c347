import type { EpochMs } from "../../time/time-range";
import { type Want, wantIssuers, wantPodIdentity, wantPortal, wantSignIns } from "./addresses";
import { type Answers, agreeing, type Call, callsFor, isOneCaller } from "./candidates";
import type { Chain, ChainEnd } from "./chain";
import { ChainBuilder } from "./chain-builder";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";
import { originOfCall } from "./origin-of-call";
import { originOfSignIn, portalRoleOf } from "./origins";
import { portalCallsOf } from "./portal-calls";
import { portalUserOf } from "./portal-user";
import type { SessionStart } from "./session-start";

/** A walk that asks by yielding, and is told what was found at each address. */
export type Asking<T> = Generator<readonly Want[], T, Answers>;

/**
 * Walks from a session's credentials back to who stands at their start (facts: aws §4.10). One driver can ask for many
 * sessions at once, from memory or from a store. Neither the order of what is found nor what else there is matters.
 */
export function* traceChain(start: SessionStart): Asking<Chain> {
  const chain = new ChainBuilder(start);
  let { credentials, usedMs } = start;
  for (;;) {
    chain.reach(credentials, usedMs);
    const step = yield* findIssuer(credentials, usedMs, chain);
    if ("end" in step) return chain.build(step.end);
    const { event } = step;
    const named = originOfCall(event);
    chain.name(named);
    if (named !== null) {
      yield* addPodIdentity(event, chain);
      return chain.build("origin");
    }
    ({ by: credentials, timeMs: usedMs } = event);
    if (credentials.type !== "AWSAccount") continue;
    chain.reach(credentials, usedMs);
    return chain.build("callers-account-unread");
  }
}

type Step = { readonly event: HopEvent } | { readonly end: ChainEnd };

/** The call that issued the credentials, put to the chain with what belongs to it. */
function* findIssuer(credentials: Credentials, usedMs: EpochMs, chain: ChainBuilder): Asking<Step> {
  const portal = wantPortal(portalRoleOf(credentials), credentials.createdMs);
  const { byKey, byPrincipal, login } = wantIssuers(credentials, usedMs);
  const wants = [byKey, byPrincipal, login, portal].filter((want) => want !== null);
  if (wants.length === 0) return { end: chain.isNamed ? "origin" : "issuer-missing" };
  const answers = yield wants;
  const calls = (want: Want | null) => (want === null ? [] : callsFor(want, answers));
  const keyed = calls(byKey);
  const logins = calls(login).slice(-1);
  const issuers = keyed.length > 0 ? keyed : agreeing(credentials, calls(byPrincipal), logins.length > 0);
  const [first] = issuers;
  const refusal = first === undefined ? null : chain.meet(first.event.eventId);
  if (refusal !== null) return { end: refusal };
  chain.add(logins, "timed");
  chain.add(issuers, keyed.length > 0 ? "keyed" : "timed");
  yield* addPortal(calls(portal), credentials, chain);
  if (first === undefined) return { end: endAtSignIn(credentials, logins, chain) };
  return isOneCaller(issuers) ? { event: first.event } : { end: "undecided" };
}

/** Keys of the console are issued by no event: a user's or root's begin with the sign-in. */
function endAtSignIn(credentials: Credentials, logins: readonly Call[], chain: ChainBuilder): ChainEnd {
  const named = logins.length > 0 ? originOfSignIn(credentials) : null;
  chain.name(named);
  return named === null ? "issuer-missing" : "origin";
}

/** What Identity Center's portal saw: the fetching of credentials, and how the person had signed in to it. */
function* addPortal(found: readonly Call[], credentials: Credentials, chain: ChainBuilder): Asking<void> {
  const { userId } = credentials;
  const calls = portalCallsOf(credentials, found);
  chain.add(calls, "timed");
  const users = new Set(calls.map(({ event }) => portalUserOf(event)));
  const [user] = users;
  const at = calls[0]?.event.timeMs ?? credentials.createdMs;
  const person = userId ?? (users.size === 1 ? user : null) ?? null;
  if (person === null || at === null) return;
  const { token, signIn } = wantSignIns(person, at);
  const answers = yield [token, signIn];
  chain.add(callsFor(token, answers).slice(-1), "timed");
  const signIns = callsFor(signIn, answers).slice(-1);
  chain.add(signIns, "timed");
  const isOld = calls.some(({ event }) => event.by.userId === null);
  chain.knowUser(isOld ? userId : person, signIns[0]?.event.details.subject ?? null);
}

/** The call of the agent on the node, which the pod's credentials came by. */
function* addPodIdentity(event: HopEvent, chain: ChainBuilder): Asking<void> {
  const wants = wantPodIdentity(event);
  if (wants.length === 0) return;
  const answers = yield wants;
  const found = wants.map((want) =>
    callsFor(want, answers).filter((call) => call.event.accountId === event.accountId),
  );
  chain.add(found.find((calls) => calls.length > 0) ?? [], "timed");
}
