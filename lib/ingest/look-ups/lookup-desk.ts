import { holdsUntil, isWithinHistory } from "@/lib/domain/correlate/lookups/lookup-age";
import {
  keyOfLookup,
  keyOfPlace,
  type Lookup,
  type LookupPlace,
} from "@/lib/domain/correlate/lookups/lookup";
import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import type { EventHistories } from "@/lib/ports/event-history";
import { type SourceDescriptor, SourceError } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import type { Urgency } from "@/lib/ports/request-budget";
import { readRecords } from "../read-records";

/** After a failure the same is not asked again for so long. */
const AFTER_FAILURE_MS = 30_000;

export interface DeskOptions {
  readonly store: Pick<EventStore, "keepAnswer" | "answersTo">;
  readonly histories: EventHistories;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What came of a look-up. */
export type LookupOutcome =
  | {
      readonly kind: "answered";
      /** Events that the answer held. */
      readonly found: number;
      /** Of them, those that were not stored yet; none where the question had been asked before. */
      readonly added: number;
      /** When the same question is worth asking again. */
      readonly untilMs: EpochMs;
    }
  | { readonly kind: "failed"; readonly problem: SourceProblem };

/**
 * Asks event histories single questions, and stores what they answer. No question is asked twice while its answer holds,
 * whoever asks, also after a restart.
 */
export class LookupDesk {
  readonly #options: DeskOptions;
  readonly #asking = new Map<string, Promise<LookupOutcome>>();
  readonly #failed = new Map<string, { readonly problem: SourceProblem; readonly untilMs: EpochMs }>();

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  places(): readonly LookupPlace[] {
    return this.#options.histories.places();
  }

  /** Rejects with the signal's reason, or with what is no source's failure. */
  ask(lookup: Lookup, urgency: Urgency): Promise<LookupOutcome> {
    const key = keyOfLookup(lookup);
    const asked =
      this.#asking.get(key) ?? this.#ask(lookup, key, urgency).finally(() => this.#asking.delete(key));
    this.#asking.set(key, asked);
    return asked;
  }

  async #ask(lookup: Lookup, key: string, urgency: Urgency): Promise<LookupOutcome> {
    const { store, clock } = this.#options;
    const nowMs = clock.now();
    const known = (await store.answersTo([key], nowMs)).get(key);
    if (known !== undefined) return { kind: "answered", added: 0, ...known };
    const failed = this.#failed.get(key);
    if (failed !== undefined && failed.untilMs > nowMs) return { kind: "failed", problem: failed.problem };
    this.#failed.delete(key);
    try {
      return await this.#send(lookup, key, urgency);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.#failed.set(key, { problem: error.problem, untilMs: clock.now() + AFTER_FAILURE_MS });
      return { kind: "failed", problem: error.problem };
    }
  }

  async #send({ place, question }: Lookup, key: string, urgency: Urgency): Promise<LookupOutcome> {
    const { store, histories, clock, signal } = this.#options;
    const history = histories.at(place);
    const askedMs = clock.now();
    const untilMs = holdsUntil(question, askedMs);
    if (history === null || !isWithinHistory(question, askedMs))
      return { kind: "answered", found: 0, added: 0, untilMs };
    const found = await history.find(question, { urgency, signal });
    const records = await readRecords("cloudtrail", found);
    const added = await store.keepAnswer({ source: sourceOf(place), key, records, askedMs, untilMs });
    return { kind: "answered", found: records.length, added, untilMs };
  }
}

/** The same source that is scanned, where the place is. */
function sourceOf(place: LookupPlace): SourceDescriptor {
  const { accountId, region } = place;
  return {
    id: `cloudtrail/${keyOfPlace(place)}`,
    kind: "cloudtrail",
    label: `${accountId} ${region} · CloudTrail, looked up`,
    cluster: null,
    accountId,
    region,
    group: "cloudtrail",
  };
}
