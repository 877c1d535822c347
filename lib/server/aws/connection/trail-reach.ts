import type { EpochMs } from "@/lib/domain/time/time-range";
import { type EventSource, SourceError, type SourcePage } from "@/lib/ports/event-source";
import type { TrailPlace } from "@/lib/sources/aws/trail-record";

/** How far the trails that are read hold what the event history has too. */
export interface TrailReach {
  /** The same source; what it gives tells how far its trail reaches. */
  watch(source: EventSource, place: TrailPlace): EventSource;
  /** Up to here a trail holds the place's events; null = none does. */
  heldTo(place: TrailPlace, nowMs: EpochMs): EpochMs | null;
}

/** What is known of one trail since the start. */
interface Known {
  newestMs: EpochMs | null;
  /** From here on it was read, and holds nothing. */
  emptyFromMs: EpochMs | null;
  hasFailed: boolean;
}

/**
 * A trail that was stopped is read all the same, and has nothing new: its newest record tells when. As long as nothing was
 * read of it, it counts as delivered up to now.
 */
export function createTrailReach(): TrailReach {
  const trails = new Map<string, Map<string, Known>>();
  return {
    watch(source, place) {
      const here = trails.get(keyOf(place)) ?? new Map<string, Known>();
      trails.set(keyOf(place), here);
      const { id } = source.descriptor;
      const known = here.get(id) ?? { newestMs: null, emptyFromMs: null, hasFailed: false };
      here.set(id, known);
      return watched(source, known);
    },
    heldTo(place, nowMs) {
      const here = [...(trails.get(keyOf(place))?.values() ?? [])];
      return here.length === 0 ? null : Math.max(...here.map((known) => reachOf(known, nowMs)));
    },
  };
}

function watched(source: EventSource, known: Known): EventSource {
  return {
    ...source,
    get pollMs() {
      return source.pollMs;
    },
    async read(range, cursor, signal) {
      try {
        const page = await source.read(range, cursor, signal);
        note(known, page);
        return page;
      } catch (error) {
        if (error instanceof SourceError) known.hasFailed = true;
        throw error;
      }
    },
  };
}

function note(known: Known, { records, complete }: SourcePage): void {
  known.hasFailed = false;
  const newest = records.reduce((max, { timeMs }) => Math.max(max, timeMs), known.newestMs ?? 0);
  if (records.length > 0) known.newestMs = newest;
  else if (complete !== null) known.emptyFromMs = Math.min(known.emptyFromMs ?? complete.from, complete.from);
}

function reachOf({ newestMs, emptyFromMs, hasFailed }: Known, nowMs: EpochMs): EpochMs {
  return newestMs ?? emptyFromMs ?? (hasFailed ? 0 : nowMs);
}

const keyOf = ({ accountId, region }: TrailPlace) => `${accountId}/${region}`;
