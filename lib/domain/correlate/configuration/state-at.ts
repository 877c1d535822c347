import type { EpochMs } from "../../time/time-range";
import type { ItemRevision } from "./item-revision";

/**
 * - `known`: it is told for that instant, or nothing that is watched without a gap changed it.
 * - `assumed`: it was so at another time, and may have been something else in between.
 * - `unknown`: nobody tells.
 */
export type Certainty = "known" | "assumed" | "unknown";

/** What an item was at an instant. */
export interface ItemState {
  readonly certainty: Certainty;
  /** null = there was none, or it is unknown. */
  readonly value: string | null;
  readonly revision: ItemRevision | null;
}

const UNKNOWN: ItemState = { certainty: "unknown", value: null, revision: null };

/** `watchedFromMs`: since then every change is told; null = changes are not watched. */
export function stateAt(
  revisions: readonly ItemRevision[],
  atMs: EpochMs,
  watchedFromMs: EpochMs | null,
): ItemState {
  const place = revisions.findLastIndex(({ fromMs }) => fromMs === null || fromMs <= atMs);
  // What is seen for the first time was there before, as far as anybody knows.
  const revision = revisions[Math.max(0, place)];
  if (revision === undefined || revision.state.kind === "unknown") return UNKNOWN;
  const value = revision.state.kind === "value" ? revision.state.value : null;
  const isWatched = watchedFromMs !== null && atMs >= watchedFromMs;
  const isTold = isWatched || isWithin(revision, revisions[place + 1], atMs);
  return { certainty: isTold ? "known" : "assumed", value, revision };
}

function isWithin(revision: ItemRevision, next: ItemRevision | undefined, atMs: EpochMs): boolean {
  const { firstMs, lastMs, isFromKnown } = revision;
  const hasBegun = isFromKnown || next?.by?.tells === "created" || (firstMs !== null && atMs >= firstMs);
  const hasNotEnded = (lastMs !== null && atMs <= lastMs) || next?.isFromKnown === true;
  return hasBegun && hasNotEnded;
}
