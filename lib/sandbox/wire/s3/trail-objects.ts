import { hash32 } from "../../world/chance";
import { DAY, MINUTE } from "../../world/calendar";
import type { Place } from "../../world/organisation/places";
import type { WorldEvent } from "../../world/world-day";
import type { Cloud } from "../cloud";

/** CloudTrail writes an object every five minutes at the latest, where there is something to tell. */
const SLOT = 5 * MINUTE;

/** What was delivered to a trail together. */
export interface TrailObject {
  /** `<account>_CloudTrail_<region>_<yyyymmddThhmmZ>_<16 letters>.json.gz` */
  readonly name: string;
  readonly deliveredMs: number;
  readonly events: readonly WorldEvent[];
}

/**
 * The objects of one UTC day of delivery, by name; those of the future are not there yet. Now and then the last event of
 * an object stands in the next one too: CloudTrail delivers at least once.
 */
export function trailObjects(cloud: Cloud, place: Place, day: number): readonly TrailObject[] {
  const asked = `${place.accountId}/${place.region}/${day}/${cloud.now()}`;
  const last = lastTold.get(cloud);
  if (last?.asked === asked) return last.objects;
  const objects = tellObjects(cloud, place, day);
  lastTold.set(cloud, { asked, objects });
  return objects;
}

/** One object after the other of a day is asked for. */
const lastTold = new WeakMap<Cloud, { asked: string; objects: readonly TrailObject[] }>();

function tellObjects(cloud: Cloud, place: Place, day: number): TrailObject[] {
  const nowMs = cloud.now();
  const range = {
    from: day * DAY - SLOT - cloud.world.latestDeliveryMs,
    to: Math.min((day + 1) * DAY, nowMs),
  };
  const slots = new Map<number, WorldEvent[]>();
  const deliveredBy = Math.min(nowMs, cloud.knobs.trailStoppedMs ?? nowMs);
  for (const event of cloud.world.events(place, range, deliveredBy)) {
    const slot = Math.ceil(event.deliveredMs / SLOT) * SLOT;
    if (Math.floor(slot / DAY) === day && slot <= nowMs) slots.set(slot, [...(slots.get(slot) ?? []), event]);
  }
  return [...slots]
    .sort(([a], [b]) => a - b)
    .map(([deliveredMs, events], n, all) => ({
      name: objectName(place, deliveredMs),
      deliveredMs,
      events: n % 7 === 6 ? [...(all[n - 1]?.[1].slice(-1) ?? []), ...events] : events,
    }));
}

/** The object's bytes before they are packed. */
export function trailText({ events }: TrailObject): string {
  return `{"Records":[${events.map(({ json }) => json).join(",")}]}`;
}

function objectName({ accountId, region }: Place, deliveredMs: number): string {
  const minute = new Date(deliveredMs).toISOString().slice(0, 16).replaceAll(/[-:]/g, "");
  const unique = [1, 2]
    .map((n) => hash32(`${accountId}/${region}/${deliveredMs}/${n}`).toString(36))
    .join("");
  return `${accountId}_CloudTrail_${region}_${minute}Z_${unique.padEnd(16, "x").slice(0, 16)}.json.gz`;
}
