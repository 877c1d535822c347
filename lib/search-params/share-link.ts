import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import { type AttemptView, canonicalQuery } from "./attempt-view";
import { openedQuery, placedQuery } from "./placed-query";
import { URL_VERSION } from "./url-versions";
import { toTimeRange } from "./view-range";

/** A view as one pastes it into a chat: absolute times, so that it shows the same tomorrow, and the version. */
export function toShareQuery(
  view: AttemptView,
  nowMs: number,
  { atMs = null, openId = null }: { readonly atMs?: number | null; readonly openId?: string | null } = {},
): string {
  const query = canonicalQuery({ ...view, range: "24h", ...wholeSeconds(toTimeRange(view, nowMs)) });
  return `${openedQuery(placedQuery(query, atMs), openId)}&v=${URL_VERSION}`;
}
