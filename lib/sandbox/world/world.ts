import { dayOf } from "./calendar";
import { createDay } from "./create-day";
import type { WorldAttempt, WorldDay, WorldEvent, WorldLine } from "./world-day";

/** Epoch milliseconds, both ends included. */
export interface WorldRange {
  readonly from: number;
  readonly to: number;
}

/** The organisation at any time. Everything is told as of an instant: what is not delivered yet, nobody sees. */
export interface World {
  readonly seed: number;
  /** By timestamp, ingestion and id. */
  lines(cluster: string, range: WorldRange, nowMs: number): WorldLine[];
  /** By time and id, oldest first. */
  events(trail: { accountId: string; region: string }, range: WorldRange, nowMs: number): WorldEvent[];
  /** What really happened within the range, delivered or not. */
  truth(range: WorldRange): WorldAttempt[];
}

export function createWorld(seed: number): World {
  const days = new Map<number, WorldDay>();
  const dayAt = (day: number): WorldDay => {
    const known = days.get(day) ?? createDay(seed, day);
    days.set(day, known);
    return known;
  };
  const daysOf = (range: WorldRange): WorldDay[] => daysWithin(range).map(dayAt);
  return {
    seed,
    lines: (cluster, range, nowMs) =>
      daysOf(range)
        .flatMap((day) => day.lines)
        .filter((line) => line.cluster === cluster && line.ingestedMs <= nowMs && holds(range, line.timeMs))
        .sort(byTimeThenId),
    events: (trail, range, nowMs) =>
      daysOf(range)
        .flatMap((day) => day.events)
        .filter((event) => event.accountId === trail.accountId && event.region === trail.region)
        .filter((event) => event.deliveredMs <= nowMs && holds(range, event.timeMs))
        .sort(byTimeThenId),
    truth: (range) =>
      daysOf(range)
        .flatMap((day) => day.attempts)
        .filter((attempt) => holds(range, attempt.timeMs)),
  };
}

/** With a day on either side: a happening that begins before midnight may end after it. */
function daysWithin(range: WorldRange): number[] {
  const first = dayOf(range.from) - 1;
  const count = Math.max(0, dayOf(range.to) + 1 - first + 1);
  return Array.from({ length: count }, (_, place) => first + place);
}

function holds(range: WorldRange, timeMs: number): boolean {
  return timeMs >= range.from && timeMs <= range.to;
}

function byTimeThenId<T extends { timeMs: number; eventId: string }>(a: T, b: T): number {
  return a.timeMs - b.timeMs || (a.eventId < b.eventId ? -1 : 1);
}
