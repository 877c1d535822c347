import { SETTLED_AGE_MS, SWEEP_AGES_MS } from "../../time/coverage-by-age";
import { HOUR_MS } from "../../time/durations";
import type { EpochMs } from "../../time/time-range";

/**
 * How STS's events of one account and Region are read in the background: all of them, page by page, or those of each new
 * session, one question after the other.
 */
export const READING_WAYS = ["scan", "look-ups"] as const;
export type ReadingWay = (typeof READING_WAYS)[number];

/** What is to be read of a place, by the hour. */
export interface PlaceLoad {
  /** STS's events that CloudTrail records there. */
  readonly eventsPerH: number;
  /** New sessions of the account at our clusters; nodes and EKS's own actors apart. */
  readonly sessionsPerH: number;
}

/** A way that was chosen, and by which load. */
export interface ChosenWay extends PlaceLoad {
  readonly way: ReadingWay;
  /** When this way was taken. */
  readonly sinceMs: EpochMs;
}

/** LookupEvents gives no more at once (facts: aws §1.1). */
const PAGE = 50;
const POLLS_PER_H = 60;
/** Each poll reads so much again, for what came late. */
const POLL_SPAN_H = (SETTLED_AGE_MS + HOUR_MS / POLLS_PER_H) / HOUR_MS;
/** What was used, and what issued it (facts: aws §1.6). */
const LOOKUPS_PER_SESSION = 2;
const PROBES_PER_H = 1;

/** A scan tells more, also of what nobody asks for yet: it is kept while it takes no more of our requests than this. */
const FITS = 0.5;
/** To come back to it, it must take so much less. */
const FITS_AGAIN = 0.4;
/** A way is left only for one that is so much cheaper. */
const CHEAPER = 0.8;

/** Requests to LookupEvents an hour, by either way. */
export function costsOf({ eventsPerH, sessionsPerH }: PlaceLoad): Readonly<Record<ReadingWay, number>> {
  const polls = POLLS_PER_H * Math.max(1, Math.ceil((eventsPerH * POLL_SPAN_H) / PAGE));
  const sweeps = (SWEEP_AGES_MS.length * eventsPerH) / PAGE;
  return { scan: polls + sweeps, "look-ups": LOOKUPS_PER_SESSION * sessionsPerH + PROBES_PER_H };
}

/**
 * The way to read a place from now on. `requestsPerH`: our share of its quota. An account may write more events than a
 * scan can ever read (facts: aws §1.1); then, and wherever the scan takes most of our share, the cheaper way is taken.
 */
export function chooseWay(load: PlaceLoad, current: ReadingWay, requestsPerH: number): ReadingWay {
  const costs = costsOf(load);
  if (costs.scan <= requestsPerH * (current === "scan" ? FITS : FITS_AGAIN)) return "scan";
  const other = current === "scan" ? "look-ups" : "scan";
  return costs[other] < costs[current] * CHEAPER ? other : current;
}
