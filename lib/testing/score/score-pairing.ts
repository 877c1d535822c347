import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { WorldAttempt, WorldEvent } from "@/lib/sandbox/world/world-day";
import { Tally } from "./tally";
import { isMissing } from "./tell-badly";

/** What separates one GetCallerIdentity of an authenticator from another, by the clock of its source. */
export interface PairedEvent {
  readonly isDelivered: boolean;
  readonly place: string;
  readonly second: number;
  readonly accessKeyId: string | null;
  readonly principal: string;
}

export function toPairedEvent(event: WorldEvent, timeMs: number): PairedEvent {
  const { userIdentity } = JSON.parse(event.json) as { userIdentity: { principalId?: string } };
  return {
    isDelivered: !isMissing(event),
    place: `${event.accountId}/${event.region}`,
    second: Math.floor(timeMs / 1000),
    accessKeyId: event.accessKeyId,
    principal: userIdentity.principalId ?? "",
  };
}

/** Of attempts whose log tells the caller's key or session, or of the rest. */
export interface PairingScore {
  /** Of those for which one event was chosen: it is the very one, or one that no evidence separates from it. */
  readonly precision: Tally;
  /** Of those whose event was delivered: such a one was chosen, or it was left open among several such. */
  readonly recall: Tally;
  /** Left open, of all. */
  readonly open: Tally;
}

/** Scores attempt by attempt; `events` are all that authenticators made, missing ones too. */
export class PairingScorer {
  readonly told = createScore();
  readonly rest = createScore();
  readonly #events: ReadonlyMap<string, PairedEvent>;

  constructor(events: ReadonlyMap<string, PairedEvent>) {
    this.#events = events;
  }

  add(truth: WorldAttempt, attempt: Attempt | null): void {
    const caller = attempt?.caller ?? null;
    const isTold = attempt === null || Boolean(caller?.accessKeyId) || Boolean(caller?.sessionName);
    const { precision, recall, open } = isTold ? this.told : this.rest;
    const { eventId = null, alternatives = [] } = attempt?.sts ?? {};
    const isAsGood = (id: string) => this.#isAsGood(id, truth, caller?.accessKeyId ?? null);
    const isOpen = eventId === null && alternatives.length > 0;
    const isRight = isOpen ? alternatives.filter(isAsGood).length > 1 : eventId !== null && isAsGood(eventId);
    if (eventId !== null) precision.add(isRight);
    if (this.#events.get(truth.stsEventId ?? "")?.isDelivered) recall.add(isRight);
    open.add(isOpen);
  }

  #isAsGood(id: string, { stsEventId }: WorldAttempt, key: string | null): boolean {
    if (id === stsEventId) return true;
    const [is, was] = [this.#events.get(id), this.#events.get(stsEventId ?? "")];
    if (is === undefined || was === undefined) return false;
    const isSame = key === null ? is.principal === was.principal : is.accessKeyId === was.accessKeyId;
    return isSame && is.place === was.place && is.second === was.second;
  }
}

function createScore(): PairingScore {
  return { precision: new Tally(), recall: new Tally(), open: new Tally() };
}
