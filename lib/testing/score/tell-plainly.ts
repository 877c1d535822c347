import { TRAILS } from "@/lib/sandbox/world/organisation/places";
import type { World } from "@/lib/sandbox/world/world";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { logOf, type ToldPage, trailOf } from "./told-page";

const EVER = Number.MAX_SAFE_INTEGER;
const DAY = 86_400_000;

/** The world's lines of a range, and its events from a day before it on: sessions were issued before they are used. */
export function tellPlainly(world: World, { from, to }: TimeRange): ToldPage[] {
  const logs = world.clusters.map((cluster) => ({
    source: logOf(cluster),
    records: world
      .lines(cluster.name, { from, to: to - 1 }, EVER)
      .filter(({ stream }) => stream.startsWith("authenticator-"))
      .map(({ stream, timeMs, message, eventId }) => ({ stream, timeMs, text: message, eventId })),
    isLate: false,
  }));
  const trails = TRAILS.map((trail) => {
    const source = trailOf(trail);
    const records = world
      .events(trail, { from: from - DAY, to: to - 1 }, EVER)
      .map(({ timeMs, json, eventId }) => ({ stream: source.label, timeMs, text: json, eventId }));
    return { source, records, isLate: false };
  });
  return [...logs, ...trails].filter(({ records }) => records.length > 0);
}
