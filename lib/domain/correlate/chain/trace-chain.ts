import type { EpochMs } from "../../time/time-range";
import { type Want, wantIssuers, wantPodIdentity, wantPortal, wantSignIns } from "./addresses";
import { type Answers, type Call, callsFor, isOneCaller } from "./candidates";
import type { Chain, ChainEnd } from "./chain";
import { ChainBuilder } from "./chain-builder";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";
import { originOfCall, portalRoleOf } from "./origins";
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
    if (event.by.type === "AWSAccount") return chain.build("callers-account-unread");
    ({ by: credentials, timeMs: usedMs } = event);
  }
}

type Step = { readonly event: HopEvent } | { readonly end: ChainEnd };

/** The call that issued the credentials, put to the chain with what belongs to it. */
function* findIssuer(credentials: Credentials, usedMs: EpochMs, chain: ChainBuilder): Asking<Step> {
  const portal = wantPortal(portalRoleOf(credentials), credentials.createdMs);
  const { byKey, byPrincipal, login } = wantIssuers(credentials, usedMs);
  const wants = [byKey, byPrincipal, login, portal].filter((want) => want !== null);
  if (wants.length === 0) return { end: chain.isNamed ? "origin" : "issuer-missing" };
  const answers = yield chain.ask(wants);
  const calls = (want: Want | null) => (want === null ? [] : callsFor(want, answers));
  const keyed = calls(byKey);
  const issuers = keyed.length > 0 ? keyed : calls(byPrincipal);
  const [first] = issuers;
  const refusal = first === undefined ? null : chain.meet(first.event.eventId);
  if (refusal !== null) return { end: refusal };
  chain.add(calls(login).slice(-1), "timed");
  chain.add(issuers, keyed.length > 0 ? "keyed" : "timed");
  yield* addPortal(calls(portal), credentials, chain);
  if (first === undefined) return { end: "issuer-missing" };
  return isOneCaller(issuers) ? { event: first.event } : { end: "undecided" };
}

/** What Identity Center's portal saw: the fetching of credentials, and how the person had signed in to it. */
function* addPortal(found: readonly Call[], credentials: Credentials, chain: ChainBuilder): Asking<void> {
  const { userId } = credentials;
  const calls = userId === null ? found : found.filter(({ event }) => event.by.userId === userId);
  chain.add(calls, "timed");
  const users = new Set(calls.map(({ event }) => event.by.userId));
  const [user] = users;
  const at = calls[0]?.event.timeMs ?? credentials.createdMs;
  const person = userId ?? (users.size === 1 ? user : null) ?? null;
  if (person === null || at === null) return;
  chain.knowUser(person);
  const { token, signIn } = wantSignIns(person, at);
  const answers = yield chain.ask([token, signIn]);
  chain.add(callsFor(token, answers).slice(-1), "timed");
  chain.add(callsFor(signIn, answers).slice(-1), "timed");
}

/** The call of the agent on the node, which the pod's credentials came by. */
function* addPodIdentity(event: HopEvent, chain: ChainBuilder): Asking<void> {
  const want = wantPodIdentity(event);
  if (want === null) return;
  chain.add(callsFor(want, yield chain.ask([want])), "timed");
}
