import type { ItemRevision } from "../../correlate/configuration/item-revision";
import type { Certainty, ItemState } from "../../correlate/configuration/state-at";
import type { EpochMs } from "../../time/time-range";
import { type ChangeRef, toChangeRef } from "./change-ref";

/** How well a part is known for the instant that is asked about. */
export interface PartState {
  readonly certainty: Certainty;
  /** When it was read or told; null = it is unknown. */
  readonly asOfMs: EpochMs | null;
  /** Since when it is so; null = as far back as anything is known. */
  readonly sinceMs: EpochMs | null;
  readonly isSinceKnown: boolean;
  /** What made it so; null = it was read. */
  readonly by: ChangeRef | null;
}

/** A part with what is known of it. */
export interface PartAt<T> {
  readonly value: T | null;
  readonly state: PartState;
}

export const UNKNOWN_PART: PartState = {
  certainty: "unknown",
  asOfMs: null,
  sinceMs: null,
  isSinceKnown: false,
  by: null,
};

export function toPartState({ certainty, revision }: ItemState): PartState {
  return revision === null ? UNKNOWN_PART : { certainty, ...sinceOf(revision) };
}

function sinceOf({ fromMs, isFromKnown, firstMs, by }: ItemRevision): Omit<PartState, "certainty"> {
  return {
    asOfMs: firstMs,
    sinceMs: fromMs,
    isSinceKnown: isFromKnown,
    by: by === null ? null : toChangeRef(by),
  };
}
