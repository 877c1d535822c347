import { dayOf, HOUR } from "./calendar";
import { createOrganisation } from "./create-organisation";
import type { Cluster } from "./organisation/clusters";
import { isLogged, isLookedInto } from "./organisation/logging";
import type { Place } from "./organisation/places";
import { byTimeThenId, type ToldDays, tellDays } from "./tell-days";
import type { WorldAttempt, WorldEvent, WorldLine } from "./world-day";

/** Epoch milliseconds, both ends included. */
export interface WorldRange {
  readonly from: number;
  readonly to: number;
}

/** The organisation at any time. Everything is told as of an instant: what is not delivered yet, nobody sees. */
export interface World {
  readonly seed: number;
  /** Number of teams. */
  readonly scale: number;
  /** All of them, team by team. */
  readonly clusters: readonly Cluster[];
  clustersIn(place: Place): readonly Cluster[];
  /** By timestamp and id; none for a cluster that is not there. */
  lines(cluster: string, range: WorldRange, nowMs: number): WorldLine[];
  /** By time and id, oldest first. */
  events(trail: Place, range: WorldRange, nowMs: number): WorldEvent[];
  /** false: no event of that name is on that day, as is known without telling it. */
  mayHold(eventName: string, day: number): boolean;
  /** What really happened within the range, delivered or not, by time. Every team's day is told for it: ask for few. */
  truth(range: WorldRange): WorldAttempt[];
}

/** Nothing is told before it is asked for, and little is kept: any day can be told again. `scale` is the number of teams. */
export function createWorld(seed: number, scale = 1): World {
  const organisation = createOrganisation(seed, scale);
  const told = tellDays(organisation);
  const { clusters, clustersIn, teamWith, teams } = organisation;
  return {
    seed,
    scale,
    clusters,
    clustersIn,
    lines: (cluster, range, nowMs) => {
      const team = teamWith(cluster);
      const at = clusters.find(({ name }) => name === cluster);
      if (team === null || at === undefined) return [];
      return linesOf(daysOf(told, [team], range), { cluster: at, range, nowMs });
    },
    events: (trail, range, nowMs) =>
      daysWithin(range)
        .flatMap((day) => told.inTrail(trail, day))
        .filter((event) => event.deliveredMs <= nowMs && holds(range, event.timeMs))
        .sort(byTimeThenId),
    mayHold: (eventName, day) => eventName !== "UpdateClusterConfig" || isLookedInto(day),
    truth: (range) =>
      daysOf(told, teams, range)
        .flatMap((day) => day.attempts)
        .filter((attempt) => holds(range, attempt.timeMs))
        .sort((a, b) => a.timeMs - b.timeMs),
  };
}

type Told = ReturnType<ToldDays["of"]>;

function daysOf(told: ToldDays, teams: Parameters<ToldDays["of"]>[0], range: WorldRange): Told {
  return daysWithin(range).flatMap((day) => told.of(teams, day));
}

function linesOf(
  days: Told,
  asked: { readonly cluster: Cluster; readonly range: WorldRange; readonly nowMs: number },
): WorldLine[] {
  const { cluster, range, nowMs } = asked;
  return days
    .flatMap((day) => day.lines)
    .filter((line) => line.cluster === cluster.name && line.ingestedMs <= nowMs && holds(range, line.timeMs))
    .filter((line) => isLogged(cluster, line.stream, line.timeMs))
    .sort(byTimeThenId);
}

/** A happening that begins before midnight may end after it, within the hour. */
function daysWithin(range: WorldRange): number[] {
  const first = dayOf(range.from - HOUR);
  const count = Math.max(0, dayOf(range.to + HOUR) + 1 - first);
  return Array.from({ length: count }, (_, place) => first + place);
}

function holds(range: WorldRange, timeMs: number): boolean {
  return timeMs >= range.from && timeMs <= range.to;
}
