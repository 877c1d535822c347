import type { EpochMs } from "./time-range";

/** The IANA name of a time zone that this machine knows, as it spells it: `UTC`, `Europe/Berlin`. */
export type Zone = string;

export const UTC: Zone = "UTC";

/** The zone of a name; UTC where there is none of that name. */
export function readZone(name: string): Zone {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return UTC;
  }
}

const formats = new Map<Zone, Intl.DateTimeFormat>();
/** As many as there are names; what else is asked for is made each time. */
const MOST_FORMATS = 1_000;
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. `zone` is one that `readZone` gave. */
export function offsetOf(zone: Zone, ms: EpochMs): number {
  if (zone === UTC) return 0;
  const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(formatOf(zone).format(ms)) ?? [];
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}

/** The instant at which a zone's clocks show what UTC's show at `wallMs`; where they show it twice, one of both. */
export function instantOf(zone: Zone, wallMs: EpochMs): EpochMs {
  const near = wallMs - offsetOf(zone, wallMs);
  return wallMs - offsetOf(zone, near);
}

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const made =
    formats.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  if (formats.size < MOST_FORMATS) formats.set(zone, made);
  return made;
}
