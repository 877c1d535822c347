import type { EpochMs } from "../../time/time-range";
import type { Confidence } from "../attempt";
import type { Call } from "./candidates";
import type { Chain, ChainEnd, Hop, Origin, SetAside } from "./chain";
import type { Credentials } from "./credentials";
import { type Named, originClaimed, originOfCredentials } from "./origins";
import type { SessionStart } from "./session-start";
import { sourceIdentityOf, toHop } from "./to-hop";

/** AWS chains no roles without end, and forged records shall not make an endless walk. */
const MOST_CALLS = 24;

const STRENGTH: readonly Confidence[] = ["claimed", "timed", "keyed", "observed"];

/** A chain as it grows, from the session back. */
export class ChainBuilder {
  readonly #session: Credentials;
  #first: Chain["first"];
  readonly #hops: Hop[] = [];
  readonly #setAside: SetAside[] = [];
  readonly #met = new Set<string>();
  #named: { readonly named: Named; readonly confidence: Confidence } | null = null;
  #confidence: Confidence;
  #userId: string | null;
  #sourceIdentity: string | null;

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
    this.name(originOfCredentials(credentials));
  }

  /** The first origin that is named counts: what comes before it led to it. */
  name(named: Named | null): void {
    if (named !== null) this.#named ??= { named, confidence: this.#confidence };
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
    if (signedInAs === null || this.#named === null) return;
    const { named, confidence } = this.#named;
    if (named.kind !== "person" || named.name !== null) return;
    this.#named = {
      named: { ...named, name: signedInAs, nameFrom: "sign-in" },
      confidence: weaker(confidence, "timed"),
    };
  }

  /** One hop: the call, or those among which nothing decides. */
  add(calls: readonly Call[], confidence: Confidence): void {
    if (calls.length === 0) return;
    const sure = calls.length === 1 ? confidence : "timed";
    this.#hops.push(toHop(calls, sure));
    this.#confidence = weaker(this.#confidence, sure);
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
    return { origin: this.#origin(), hops, end, setAside: this.#setAside, first: this.#first };
  }

  #origin(): Origin {
    if (this.#named !== null) {
      const { named, confidence } = this.#named;
      return { ...named, confidence, userId: this.#userId };
    }
    const claimed = originClaimed({ ...this.#session, sourceIdentity: this.#sourceIdentity });
    return { ...claimed, confidence: claimed.name === null ? null : "claimed", userId: this.#userId };
  }
}

function weaker(a: Confidence, b: Confidence): Confidence {
  return STRENGTH.indexOf(a) < STRENGTH.indexOf(b) ? a : b;
}
