import { DAY, dayOf, HOUR } from "./calendar";
import { createOrganisation } from "./create-organisation";
import { configurationOf } from "./configuration/configuration-of";
import { entryLentOn } from "./configuration/passing-changes";
import type { ClusterConfiguration } from "./configuration/cluster-configuration";
import type { Cluster } from "./organisation/clusters";
import { createIdentityStore, type StoredUser } from "./identity-store";
import { isLogged, isLookedInto } from "./organisation/logging";
import type { Place } from "./organisation/places";
import { byTimeThenId, type ToldDays, tellDays } from "./tell-days";
import { LATEST_DELIVERY } from "./trail/record";
import { withinRange } from "./within-range";
import type { WorldAttempt, WorldEvent, WorldLine, WorldRequest } from "./world-day";

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
  /** An event is delivered so long after it happened, at most. */
  readonly latestDeliveryMs: number;
  /** Whether anything happens there: CloudTrail makes no folders for nothing. */
  isUsed(trail: Place, nowMs: number): boolean;
  /** false: no event of that name is on that day, as is known without telling it. */
  mayHold(eventName: string, day: number): boolean;
  /** Who may come in to a cluster, and what for, at an instant. */
  configurationOf(cluster: Cluster, atMs: number): ClusterConfiguration;
  /** What really happened within the range, delivered or not, by time. Every team's day is told for it: ask for few. */
  truth(range: WorldRange): WorldAttempt[];
  /** The identity store's user of this id; null = there is none, or none any more. */
  user(userId: string): StoredUser | null;
  /** The same for requests to the Kubernetes API that changed something, were refused, or opened a stream. */
  requests(range: WorldRange): WorldRequest[];
}

/** Events that few days have, and which. */
const RARE: Readonly<Record<string, (day: number) => boolean>> = {
  UpdateClusterConfig: isLookedInto,
  CreateAccessEntry: (day) => entryLentOn(day) !== null,
  AssociateAccessPolicy: (day) => entryLentOn(day) !== null,
  DeleteAccessEntry: (day) => entryLentOn(day) !== null,
  UpdateAccessEntry: () => false,
  DisassociateAccessPolicy: () => false,
  CreateCluster: () => false,
};

/**
 * Nothing is told before it is asked for, and little is kept: any day can be told again. `scale` is the number of teams,
 * `tell` what happens within one on a day; absent = the usual.
 */
export function createWorld(seed: number, scale = 1, tell?: Parameters<typeof tellDays>[1]): World {
  const organisation = createOrganisation(seed, scale);
  const told = tellDays(organisation, tell);
  const { clusters, clustersIn, teamsSeenIn, teamWith, teams } = organisation;
  const events: World["events"] = (trail, range, nowMs) =>
    daysWithin(past(range, nowMs))
      .flatMap((day) => withinRange(told.inTrail(trail, day), range))
      .filter((event) => event.deliveredMs <= nowMs)
      .sort(byTimeThenId);
  return {
    seed,
    scale,
    clusters,
    clustersIn,
    lines: (cluster, range, nowMs) => {
      const team = teamWith(cluster);
      const at = clusters.find(({ name }) => name === cluster);
      if (team === null || at === undefined) return [];
      return linesOf(daysOf(told, [team], past(range, nowMs)), { cluster: at, range, nowMs });
    },
    events,
    user: createIdentityStore(teams),
    latestDeliveryMs: LATEST_DELIVERY,
    // Where teams live something happens every day; elsewhere little, and that is soon told.
    isUsed: (trail, nowMs) =>
      teamsSeenIn(trail).length > 0 || events(trail, { from: nowMs - DAY, to: nowMs }, nowMs).length > 0,
    mayHold: (eventName, day) => (RARE[eventName] ?? (() => true))(day),
    configurationOf: (cluster, atMs) => {
      const team = teamWith(cluster.name);
      if (team === null) throw new Error(`no team has a cluster ${cluster.name}`);
      return configurationOf(team, cluster, atMs);
    },
    truth: (range) =>
      daysOf(told, teams, range)
        .flatMap((day) => day.attempts)
        .filter((attempt) => holds(range, attempt.timeMs))
        .sort((a, b) => a.timeMs - b.timeMs),
    requests: (range) =>
      daysOf(told, teams, range)
        .flatMap((day) => day.requests)
        .filter((request) => holds(range, request.timeMs))
        .sort((a, b) => a.timeMs - b.timeMs),
  };
}

/** What is still to come need not be told: nobody can read it. */
function past({ from, to }: WorldRange, nowMs: number): WorldRange {
  return { from, to: Math.min(to, nowMs) };
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
