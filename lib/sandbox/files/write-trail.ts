import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { wrapEvent } from "../wire/cloudtrail/lookup-events";
import { isoSeconds, MINUTE } from "../world/calendar";
import { type Place, TRAILS } from "../world/organisation/places";
import type { World, WorldRange } from "../world/world";
import type { WorldEvent } from "../world/world-day";
import { json } from "./write-authenticator";

const FILE_SPAN = 60 * MINUTE;

/**
 * The trail as S3 holds it (`AWSLogs/<account>/CloudTrail/<region>/yyyy/mm/dd/*.json.gz`) and as
 * `aws cloudtrail lookup-events` prints it (`cloudtrail/lookup-events-<region>.json`). Gives the number of events.
 */
export async function writeTrail(world: World, range: WorldRange, out: string): Promise<number> {
  let count = 0;
  for (const trail of TRAILS) {
    // An attempt at the beginning of the range has its STS event a little before it.
    const reach = { from: range.from - MINUTE, to: range.to };
    const events = world.events(trail, reach, range.to);
    if (events.length === 0) continue;
    for (const [slot, batch] of bySlot(events)) await writeObject(out, { trail, slot, batch });
    const newestFirst = events.toReversed().map(printed);
    await mkdir(join(out, "cloudtrail"), { recursive: true });
    await writeFile(join(out, "cloudtrail", nameOf(trail)), json({ Events: newestFirst }));
    count += events.length;
  }
  return count;
}

/** By the hour of delivery: an object holds what was delivered together. */
function bySlot(events: readonly WorldEvent[]): Map<number, WorldEvent[]> {
  const slots = new Map<number, WorldEvent[]>();
  for (const event of events) {
    const slot = Math.ceil(event.deliveredMs / FILE_SPAN) * FILE_SPAN;
    slots.set(slot, [...(slots.get(slot) ?? []), event]);
  }
  return slots;
}

async function writeObject(
  out: string,
  object: { trail: Place; slot: number; batch: readonly WorldEvent[] },
): Promise<void> {
  const { trail, slot, batch } = object;
  const { accountId, region } = trail;
  const iso = new Date(slot).toISOString();
  const minute = iso.slice(0, 16).replaceAll(/[-:]/g, "");
  const unique = createHash("sha256").update(`${accountId}/${region}/${slot}`).digest("hex").slice(0, 16);
  const day = iso.slice(0, 10).replaceAll("-", "/");
  const name = `${accountId}_CloudTrail_${region}_${minute}Z_${unique}.json.gz`;
  const path = join(out, "AWSLogs", accountId, "CloudTrail", region, day, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, gzipSync(`{"Records":[${batch.map((event) => event.json).join(",")}]}`));
}

/** The CLI prints EventTime as ISO text. */
function printed(event: WorldEvent): unknown {
  return { ...wrapEvent(event), EventTime: isoSeconds(event.timeMs).replace("Z", "+00:00") };
}

/** The first account's files have had their names since before there were others. */
function nameOf({ accountId, region }: Place): string {
  const account = accountId === "111122223333" ? "" : `${accountId}-`;
  return `lookup-events-${account}${region}.json`;
}
