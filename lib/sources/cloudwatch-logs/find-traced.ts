import { DAY_MS } from "@/lib/domain/time/durations";
import type { TrailPlace } from "../aws/trail-record";
import { createTrailLogSource, type TrailLogOptions } from "./trail-log-source";

const LOOK_BACK_MS = DAY_MS;
const MOST_PAGES = 50;

/**
 * Of these places those that a trail's log group tells of: an organisation's trail brings the events of all its accounts.
 * Throws SourceError.
 */
export async function* findTraced(
  group: Omit<TrailLogOptions, "place">,
  places: readonly TrailPlace[],
  signal: AbortSignal,
): AsyncGenerator<TrailPlace> {
  for (const place of places) if (await isTraced({ ...group, place }, signal)) yield place;
}

/** Within a day clusters check tokens all the time. */
async function isTraced(options: TrailLogOptions, signal: AbortSignal): Promise<boolean> {
  const source = createTrailLogSource(options);
  const to = options.clock.now();
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await source.read({ from: to - LOOK_BACK_MS, to }, cursor, signal);
    if (page.records.length > 0) return true;
    cursor = page.cursor;
    if (cursor === null) return false;
  }
  return false;
}
