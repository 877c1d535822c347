import type { EpochMs } from "../../time/time-range";
import type { Confidence } from "../attempt";
import { weakerOf } from "../weaker-of";
import type { Call } from "./candidates";
import type { Chain, ChainEnd, Hop, Origin, SetAside } from "./chain";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";
import type { OriginFact } from "./origin-fact";
import { factsOfCall, factsOfCredentials } from "./origin-facts";
import { type Named, originClaimed, originOfCredentials } from "./origins";
import type { SessionStart } from "./session-start";
import { sessionNameOf } from "./session-name";
import { sourceIdentityOf, toHop } from "./to-hop";
import { namesTold } from "./told-names";

/** AWS chains no roles without end, and forged records shall not make an endless walk. */
const MOST_CALLS = 24;

/** A chain as it grows, from the session back. */
export class ChainBuilder {
  readonly #session: Credentials;
  #first: Chain["first"];
  readonly #hops: Hop[] = [];
  readonly #setAside: SetAside[] = [];
  readonly #met = new Set<string>();
  #named: Known | null = null;
  #confidence: Confidence;
  #userId: string | null;
  #sourceIdentity: string | null;
  #signedInAs: string | null = null;

  constructor({ credentials, usedMs, confidence }: SessionStart) {
    this.#session = credentials;
    this.#first = { credentials, usedMs };
    this.#confidence = confidence;
    this.#userId = credentials.userId;
    this.#sourceIdentity = credentials.sourceIdentity;
  }

  get isNamed(): boolean {
    return this.#named !== null;
  }

  /** Comes to credentials that stand before those met so far. */
  reach(credentials: Credentials, usedMs: EpochMs): void {
    this.#first = { credentials, usedMs };
    const named = originOfCredentials(credentials);
    if (named !== null) this.#know(named, factsOfCredentials(credentials, named));
  }

  /** Comes to a call that names who stands at the start. */
  nameByCall(named: Named, event: HopEvent): void {
    this.#know(named, factsOfCall(event, named));
  }

  /** Comes to credentials that began with a sign-in, by which they name who stands at the start. */
  nameBySignIn(named: Named, credentials: Credentials): void {
    this.#know(named, factsOfCredentials(credentials, named));
  }

  /** The first origin that is named counts: what comes before it led to it. */
  #know(named: Named, facts: readonly OriginFact[]): void {
    this.#named ??= { named, facts, confidence: this.#confidence };
  }

  /** Why the walk cannot go on over this event; null = it can. */
  meet(eventId: string): ChainEnd | null {
    if (this.#met.has(eventId)) return "cycle";
    this.#met.add(eventId);
    return this.#met.size > MOST_CALLS ? "too-long" : null;
  }

  /** What a sign-in says of the person; its name counts where the session has none. */
  knowUser(userId: string | null, signedInAs: string | null): void {
    this.#userId ??= userId;
    this.#signedInAs ??= signedInAs;
    if (signedInAs === null || this.#named === null) return;
    const { named, confidence } = this.#named;
    if (named.kind !== "person" || named.name !== null) return;
    this.#named = {
      ...this.#named,
      named: { ...named, name: signedInAs, nameFrom: "sign-in" },
      confidence: weakerOf(confidence, "timed"),
    };
  }

  /** One hop: the call, or those among which nothing decides; nor does it between two records of one event. */
  add(calls: readonly Call[], confidence: Confidence): void {
    if (calls.length === 0) return;
    const isOpen = calls.length > 1 || calls.some(({ callersDiffer }) => callersDiffer);
    const sure = isOpen ? weakerOf(confidence, "timed") : confidence;
    this.#hops.push(toHop(calls, sure));
    this.#confidence = weakerOf(this.#confidence, sure);
    const [{ event }] = calls as readonly [Call];
    if (calls.length === 1) this.#sourceIdentity ??= sourceIdentityOf(event);
  }

  /** Events that name the key, and cannot have issued it. */
  setAside(events: readonly SetAside[]): void {
    this.#setAside.push(...events);
  }

  build(end: ChainEnd): Chain {
    const [farthest, ...hops] = this.#hops.toReversed();
    if (end === "cycle" && farthest !== undefined)
      hops.unshift({ ...farthest, notes: [...farthest.notes, "cycle"] });
    else if (farthest !== undefined) hops.unshift(farthest);
    return { ...this.#origin(), hops, end, setAside: this.#setAside, first: this.#first };
  }

  #origin(): Pick<Chain, "origin" | "facts" | "told"> {
    const { named, facts, confidence } = this.#named ?? this.#claimed();
    const told = namesTold({
      signedInAs: this.#signedInAs,
      sourceIdentity: this.#sourceIdentity,
      session: sessionNameOf(this.#session),
    });
    return { origin: { ...named, confidence, userId: this.#userId }, told, facts };
  }

  #claimed(): Omit<Known, "confidence"> & Pick<Origin, "confidence"> {
    const named = originClaimed({ ...this.#session, sourceIdentity: this.#sourceIdentity });
    const facts = factsOfCredentials(this.#session, named);
    return { named, facts, confidence: named.name === null ? null : "claimed" };
  }
}

/** An origin, how sure it is, and what is known of it. */
interface Known {
  readonly named: Named;
  readonly confidence: Confidence;
  readonly facts: readonly OriginFact[];
}
