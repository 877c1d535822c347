import { wholeSeconds } from "@/lib/domain/time/whole-seconds";
import { type AttemptView, canonicalQuery } from "./attempt-view";
import { columnsQuery, openedQuery, placedQuery } from "./placed-query";
import { URL_VERSION } from "../parameters/url-versions";
import { toTimeRange } from "./view-range";

interface SharedPlace {
  readonly atMs?: number | null;
  readonly openId?: string | null;
  /** As they are printed. */
  readonly columns?: string | null;
}

/** A view as one pastes it into a chat: absolute times, so that it shows the same tomorrow, and the version. */
export function toShareQuery(
  view: AttemptView,
  nowMs: number,
  { atMs = null, openId = null, columns = null }: SharedPlace = {},
): string {
  const query = canonicalQuery({ ...view, range: "24h", ...wholeSeconds(toTimeRange(view, nowMs)) });
  return `${columnsQuery(openedQuery(placedQuery(query, atMs), openId), columns)}&v=${URL_VERSION}`;
}
