import { MINUTE_MS } from "@/lib/domain/time/durations";
import { formatDate } from "@/lib/domain/time/format-time";
import { parseInstant } from "@/lib/domain/time/parse-instant";

/** When an object was delivered: `…/<account>_CloudTrail_<region>_20260102T0304Z_<unique>.json.gz`; null = another object. */
export function deliveryOf(key: string): number | null {
  const name = key.slice(key.lastIndexOf("/") + 1);
  const [, y, m, d, hour, minute] =
    /^\d+_CloudTrail_[a-z0-9-]+_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_\w+\.json\.gz$/.exec(name) ?? [];
  return parseInstant(`${y}-${m}-${d}T${hour}:${minute}:00Z`);
}

/** `2026/01/02/` */
export function dayFolder(timeMs: number): string {
  return `${formatDate(timeMs).replaceAll("-", "/")}/`;
}

/** What sorts right before the objects delivered from this minute on: StartAfter leaves out the key it names. */
export function beforeMinute(
  { accountId, region }: { readonly accountId: string; readonly region: string },
  timeMs: number,
): string {
  const minute = Math.floor(timeMs / MINUTE_MS) * MINUTE_MS;
  const text = new Date(minute).toISOString().slice(0, 16).replaceAll(/[-:]/g, "");
  return `${accountId}_CloudTrail_${region}_${text}Z`;
}
