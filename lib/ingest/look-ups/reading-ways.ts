import type { LookupPlace } from "@/lib/domain/correlate/lookups/lookup";
import {
  type ChosenWay,
  chooseWay,
  costsOf,
  type PlaceLoad,
} from "@/lib/domain/correlate/lookups/reading-way";
import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { isEventHistory } from "@/lib/domain/summarize/coverage/is-event-history";
import { HOUR_MS, MINUTE_MS } from "@/lib/domain/time/durations";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource, SourcePage } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";
import { EventRate } from "./event-rate";

/** Of so long before now it is counted how many sessions began. */
const SESSIONS_OF_MS = 6 * HOUR_MS;
/** What is measured is judged no more often than this. */
const JUDGE_EVERY_MS = 10 * MINUTE_MS;
/** Where nothing is scanned, one page tells each hour how much there would be; of a time when all was delivered. */
const PROBE_EVERY_MS = HOUR_MS;
const PROBE = { fromMs: 45 * MINUTE_MS, toMs: 15 * MINUTE_MS };

export interface WaysOptions {
  readonly store: Pick<EventStore, "readingWays" | "keepWay" | "countSessions">;
  readonly clock: Clock;
  /** Our share of LookupEvents' quota. */
  readonly requestsPerH: number;
}

interface Known {
  readonly place: LookupPlace;
  /** null = not measured yet: it is scanned. */
  chosen: ChosenWay | null;
  judgedMs: EpochMs;
}

/** By which way each event history is read: it is measured, decided anew as that changes, and outlives a restart. */
export class ReadingWays {
  readonly #options: WaysOptions;
  readonly #known = new Map<string, Known>();
  #stored: Promise<ReadonlyMap<string, ChosenWay>> | null = null;

  constructor(options: WaysOptions) {
    this.#options = options;
  }

  /** Where sessions are to be looked up, one by one. */
  lookedUp(): LookupPlace[] {
    return [...this.#known.values()].flatMap(({ place, chosen }) =>
      chosen?.way === "look-ups" ? [place] : [],
    );
  }

  /**
   * The same source, read by the way that is chosen for its place. While that is to look up, its pages are empty and claim
   * nothing. Other sources than event histories stay as they are.
   */
  follow(source: EventSource): EventSource {
    const { id, accountId, region } = source.descriptor;
    if (accountId === null || !isEventHistory(source.descriptor)) return source;
    const place = { accountId, region };
    const rate = new EventRate();
    let probedMs: EpochMs = 0;
    const scan: EventSource["read"] = async (range, cursor, signal) => {
      const page = await source.read(range, cursor, signal);
      await this.#judge(id, rate.add(range, cursor === null, page, this.#options.clock.now()));
      return { ...page, over: page.over ?? "looked-up-instead" };
    };
    const probe = async (chosen: ChosenWay, signal: AbortSignal): Promise<SourcePage> => {
      const now = this.#options.clock.now();
      const page: SourcePage = { records: [], cursor: null, complete: null, notice: noticeOf(chosen) };
      if (now < probedMs + PROBE_EVERY_MS) return page;
      probedMs = now;
      const range = { from: now - PROBE.fromMs, to: now - PROBE.toMs };
      const found = await source.read(range, null, signal);
      await this.#judge(id, rate.ofPage(found, range));
      return { ...page, records: found.records };
    };
    return {
      ...source,
      read: async (range, cursor, signal) => {
        const { chosen } = await this.#open(id, place);
        return chosen?.way === "look-ups" ? probe(chosen, signal) : scan(range, cursor, signal);
      },
    };
  }

  async #open(id: string, place: LookupPlace): Promise<Known> {
    this.#stored ??= this.#options.store.readingWays();
    const stored = await this.#stored;
    const known = this.#known.get(id) ?? { place, chosen: stored.get(id) ?? null, judgedMs: 0 };
    this.#known.set(id, known);
    return known;
  }

  async #judge(id: string, eventsPerH: number | null): Promise<void> {
    const { store, clock, requestsPerH } = this.#options;
    const known = this.#known.get(id);
    const now = clock.now();
    if (known === undefined || eventsPerH === null || now < known.judgedMs + JUDGE_EVERY_MS) return;
    known.judgedMs = now;
    const sessions = await store.countSessions(known.place.accountId, now - SESSIONS_OF_MS);
    const load: PlaceLoad = { eventsPerH, sessionsPerH: sessions / (SESSIONS_OF_MS / HOUR_MS) };
    const { way: before = "scan", sinceMs = now } = known.chosen ?? {};
    const way = chooseWay(load, before, requestsPerH);
    known.chosen = { ...load, way, sinceMs: way === before ? sinceMs : now };
    await store.keepWay(id, known.chosen).catch(ignoreFullDisk);
  }
}

/** It is measured again, and kept when there is room. */
function ignoreFullDisk(error: unknown): void {
  if (!(error instanceof StoreError && error.code === "disk-full")) throw error;
}

function noticeOf(chosen: ChosenWay): SourceProblem {
  const costs = costsOf(chosen);
  const scan = Math.round(costs.scan);
  const lookUps = Math.round(costs["look-ups"]);
  return {
    code: "looked-up-instead",
    message: `STS's events are too many to read all (about ${Math.round(chosen.eventsPerH)} an hour: ${scan} requests): those of each new session are looked up instead (about ${lookUps} requests an hour).`,
    remedy: "Nothing; or read a trail in S3 or in a log group, which holds them all.",
    permission: null,
  };
}
