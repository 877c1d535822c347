import type { SourceRecord } from "@/lib/ports/event-source";
import { createChance } from "@/lib/sandbox/world/chance";
import { TRAILS } from "@/lib/sandbox/world/organisation/places";
import type { World, WorldRange } from "@/lib/sandbox/world/world";
import type { WorldEvent } from "@/lib/sandbox/world/world-day";
import { createBadClocks, secondsOf } from "./bad-clocks";
import { createEventShift } from "./shift-event";
import { logOf, type ToldPage, trailOf } from "./told-page";

const EVER = Number.MAX_SAFE_INTEGER;
/** Of a thousand events. */
const [MISSING, LATE] = [5, 30];

/** Events that no trail ever shows: one in two hundred. */
export function isMissing({ eventId }: Pick<WorldEvent, "eventId">): boolean {
  return drawOf(eventId) < MISSING;
}

/** Tells the world by clocks that are off, without some of its events, and others late. Ask for ranges in order of time. */
export function createBadTeller(world: World): (range: WorldRange) => ToldPage[] {
  const clock = createBadClocks(world.seed);
  const shift = createEventShift(clock);
  return (range) => [
    ...world.clusters.map((cluster) => ({
      source: logOf(cluster),
      records: linesOf(world, { cluster: cluster.name, range }, clock(`logs/${cluster.region}`)),
      isLate: false,
    })),
    ...eventsOf(world, range, shift),
  ];
}

function linesOf(
  world: World,
  { cluster, range }: { readonly cluster: string; readonly range: WorldRange },
  off: number,
): SourceRecord[] {
  return world
    .lines(cluster, range, EVER)
    .filter(({ stream }) => stream.startsWith("authenticator-"))
    .map(({ stream, eventId, timeMs, message }) => {
      const at = timeMs + off;
      const text = message.replace(/^time="[^"]+"/, `time="${secondsOf(at)}"`);
      return { stream, timeMs: at, text, eventId };
    });
}

function eventsOf(world: World, range: WorldRange, shift: ReturnType<typeof createEventShift>): ToldPage[] {
  const pages = new Map<string, ToldPage & { readonly records: SourceRecord[] }>();
  const events = TRAILS.flatMap((trail) => world.events(trail, range, EVER));
  for (const event of events.sort((a, b) => a.timeMs - b.timeMs)) {
    const shifted = shift(event);
    if (isMissing(event)) continue;
    const source = trailOf(event);
    const isLate = drawOf(event.eventId) < LATE;
    const key = `${source.id}/${isLate}`;
    const page = pages.get(key) ?? { source, records: [], isLate };
    page.records.push({ ...shifted, stream: source.label, eventId: event.eventId });
    pages.set(key, page);
  }
  return [...pages.values()];
}

function drawOf(eventId: string): number {
  return createChance(`delivery/${eventId}`).int(0, 999);
}
