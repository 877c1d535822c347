import type { EpochMs } from "../../time/time-range";
import type { Want } from "./addresses";
import { type Answers, type Call, callsFor, callsForAny, isOneCaller } from "./candidates";
import type { Chain, ChainEnd } from "./chain";
import { ChainBuilder } from "./chain-builder";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";
import { findIssuers, type Issuers } from "./issuers";
import { originOfCall } from "./origin-of-call";
import { originOfSignIn } from "./origins";
import { findPortalSignIn } from "./portal-sign-in";
import type { SessionStart } from "./session-start";
import { BESIDE_MS, wantPodIdentity } from "./wants";

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
    const step = yield* takeStep(credentials, usedMs, chain);
    if ("end" in step) return chain.build(step.end);
    const { event } = step;
    const named = originOfCall(event);
    if (named !== null) {
      chain.nameByCall(named, event);
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
function* takeStep(credentials: Credentials, usedMs: EpochMs, chain: ChainBuilder): Asking<Step> {
  const found = yield* findIssuers(credentials, usedMs);
  if (found === null) return { end: chain.isNamed ? "origin" : "issuer-missing" };
  chain.setAside(found.key.setAside);
  const isKeyed = found.key.calls.length > 0;
  const issuers = isKeyed ? found.key.calls : found.issuers;
  const [first] = issuers;
  const refusal = first === undefined ? null : chain.meet(first.event.eventId);
  if (refusal !== null) return { end: refusal };
  addSignIn(found, chain);
  chain.add(issuers, isKeyed ? "keyed" : "timed");
  chain.add(found.key.behind, "keyed");
  yield* addPortal(found.portal, credentials, chain);
  if (first === undefined) return { end: endAtSignIn(credentials, found, chain) };
  return isOneCaller(issuers) ? { event: first.event } : { end: "undecided" };
}

/** A sign-in whose ARN the session carries is joined by an id of its own, as by a key. One to the console comes before it. */
function addSignIn({ named, logins }: Issuers, chain: ChainBuilder): void {
  chain.add(named, "keyed");
  const isNamed = ({ event: { kind } }: Call) => named.some(({ event }) => event.kind === kind);
  for (const login of logins.filter((call) => !isNamed(call)).toReversed()) chain.add([login], "timed");
}

/** Keys of the console are issued by no event: a user's or root's begin with the sign-in. */
function endAtSignIn(credentials: Credentials, { named, logins }: Issuers, chain: ChainBuilder): ChainEnd {
  const origin = named.length + logins.length > 0 ? originOfSignIn(credentials) : null;
  if (origin !== null) chain.nameBySignIn(origin, credentials);
  return origin === null ? "issuer-missing" : "origin";
}

/** What Identity Center's portal saw: the fetching of credentials, and how the person had signed in to it. */
function* addPortal(calls: readonly Call[], credentials: Credentials, chain: ChainBuilder): Asking<void> {
  const before = yield* findPortalSignIn(credentials, calls);
  if (before?.isAnother) return;
  chain.add(calls, "timed");
  if (before === null) return;
  chain.add(before.token, before.isTokenNamed ? "keyed" : "timed");
  chain.add(before.signIn, "timed");
  chain.knowUser(before.userId, before.signedInAs);
}

/** The call of the agent on the node, which the pod's credentials came by: of the same second, else of one beside it. */
function* addPodIdentity(event: HopEvent, chain: ChainBuilder): Asking<void> {
  const [exact, ...beside] = [0, ...BESIDE_MS].map((ms) => wantPodIdentity(event, ms));
  if (!exact) return;
  const others = beside.filter((want) => want !== null);
  const answers = yield [exact, ...others];
  const isHere = (call: Call) => call.event.accountId === event.accountId;
  const found = callsFor(exact, answers).filter(isHere);
  chain.add(found.length > 0 ? found : callsForAny(others, answers).filter(isHere), "timed");
}
