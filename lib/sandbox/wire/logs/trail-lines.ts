import { createHash } from "node:crypto";
import { TRAILS } from "../../world/organisation/places";
import type { WorldRange } from "../../world/world";
import type { WorldEvent, WorldLine } from "../../world/world-day";
import type { Cloud } from "../cloud";

/** A trail's records as CloudTrail writes them to a log group: one a line, at the time of its delivery. */
export function trailLines(cloud: Cloud, range: WorldRange): WorldLine[] {
  const deliveredBy = Math.min(cloud.now(), cloud.knobs.trailStoppedMs ?? cloud.now());
  const happened = { from: range.from - cloud.world.latestDeliveryMs, to: range.to };
  return TRAILS.flatMap((trail) => cloud.world.events(trail, happened, deliveredBy))
    .filter(({ deliveredMs }) => deliveredMs >= range.from && deliveredMs <= range.to)
    .map(toLine);
}

function toLine({ accountId, region, deliveredMs, eventId, json }: WorldEvent): WorldLine {
  const digits = BigInt(`0x${createHash("sha256").update(eventId).digest("hex")}`).toString();
  return {
    cluster: "",
    stream: `${accountId}_CloudTrail_${region}`,
    timeMs: deliveredMs,
    ingestedMs: deliveredMs,
    eventId: `3${deliveredMs}${digits.padStart(42, "0").slice(0, 42)}`,
    message: json,
  };
}
