import type { LookupPlace, LookupQuestion } from "@/lib/domain/correlate/lookups/lookup";
import type { SourceRecord } from "./event-source";
import type { Urgency } from "./request-budget";

/** The event history of one account and Region, asked for single things. */
export interface EventHistory {
  /** Newest first, as far back as is worth reading. Throws SourceError, or the signal's reason. */
  find(
    question: LookupQuestion,
    how: { readonly urgency: Urgency; readonly signal: AbortSignal },
  ): Promise<readonly SourceRecord[]>;
}

/** The event histories that can be asked just now. */
export interface EventHistories {
  /** Those of the accounts that answer, in the Regions that are read. */
  places(): readonly LookupPlace[];
  /** Also in other Regions of these accounts; null = the account is none of them. */
  at(place: LookupPlace): EventHistory | null;
}
