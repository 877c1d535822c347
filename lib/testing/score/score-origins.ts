import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { WorldAttempt } from "@/lib/sandbox/world/world-day";
import { Tally } from "./tally";

/** Scores origins, attempt by attempt. */
export class OriginScorer {
  /** Of those stated `keyed` or `observed`. */
  readonly sure = new Tally();
  readonly timed = new Tally();
  /** Of those that can be known: they were named, for sure or by time. */
  readonly named = new Tally();
  /** Story and what was said, of those that are wrong or left unknown. */
  readonly misses = new Map<string, number>();
  readonly #isDelivered: (eventId: string) => boolean;

  constructor(isDelivered: (eventId: string) => boolean) {
    this.#isDelivered = isDelivered;
  }

  add(truth: WorldAttempt, attempt: TracedAttempt | null): void {
    const { kind = "unknown", name = null, userId = null, confidence = null } = attempt?.origin ?? {};
    const isNamed = kind !== "unknown" && confidence !== null && confidence !== "claimed";
    const isRight = isNamed && isSame({ kind, name, userId }, truth);
    if (isNamed) (confidence === "timed" ? this.timed : this.sure).add(isRight);
    const canBeKnown = this.#canBeKnown(truth);
    if (canBeKnown) this.named.add(isNamed);
    if ((isNamed && !isRight) || (canBeKnown && !isNamed))
      this.#miss(`${truth.story}: ${kind} ${confidence}, ${attempt?.origin?.end}`);
  }

  /** Where STS vouched for somebody whom the organisation's trails know, and none of the events that lead to him is missing. */
  #canBeKnown({ origin, stsLine, stsEventId, chain }: WorldAttempt): boolean {
    if (origin === null || origin.isRecorded === false || stsLine === null) return false;
    const ids = [stsEventId, ...chain.map(({ eventId }) => eventId)].filter((id) => id !== null);
    return ids.every(this.#isDelivered);
  }

  #miss(what: string): void {
    this.misses.set(what, (this.misses.get(what) ?? 0) + 1);
  }
}

function isSame(
  is: { readonly kind: string; readonly name: string | null; readonly userId: string | null },
  { origin }: WorldAttempt,
): boolean {
  if (origin === null || origin.isRecorded === false) return false;
  const kind = origin.kind === "iam-user" ? "person" : origin.kind;
  // Who is known by an id alone is right by that: only a directory has the name.
  const isNamed = is.name === null ? is.userId === origin.userId : is.name === origin.name;
  return is.kind === kind && isNamed;
}
