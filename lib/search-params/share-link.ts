import { type AttemptView, canonicalQuery } from "./attempt-view";
import { placedQuery } from "./placed-query";
import { URL_VERSION } from "./url-versions";
import { toTimeRange } from "./view-range";

/** A view as one pastes it into a chat: absolute times, so that it shows the same tomorrow, and the version. */
export function toShareQuery(view: AttemptView, nowMs: number, atMs: number | null = null): string {
  const { from, to } = toTimeRange(view, nowMs);
  const query = canonicalQuery({ ...view, range: "24h", from: floorSecond(from), to: ceilSecond(to) });
  return `${placedQuery(query, atMs)}&v=${URL_VERSION}`;
}

function floorSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}

function ceilSecond(ms: number): number {
  return Math.ceil(ms / 1000) * 1000;
}
