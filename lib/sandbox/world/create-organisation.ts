import { createTeam, type Team } from "./create-team";
import type { Cluster } from "./organisation/clusters";
import { GLOBAL_REGION, type Place } from "./organisation/places";

/** Teams over three accounts and two Regions. */
export interface Organisation {
  readonly teams: readonly Team[];
  /** All clusters, team by team. */
  readonly clusters: readonly Cluster[];
  clustersIn(place: Place): readonly Cluster[];
  /** null: there is no such team's cluster. */
  teamWith(cluster: string): Team | null;
  /** Whose events a trail shows: the teams that live there; in us-east-1, the whole account's. */
  teamsSeenIn(trail: Place): readonly Team[];
}

/** `scale` teams. */
export function createOrganisation(seed: number, scale: number): Organisation {
  const teams = Array.from({ length: scale }, (_, number) => createTeam(seed, number));
  const owners = new Map<string, Team>();
  for (const team of teams)
    for (const cluster of Object.values(team.clusters)) owners.set(cluster.name, team);
  const clusters = teams.flatMap((team) => Object.values(team.clusters));
  return {
    teams,
    clusters,
    clustersIn: (place) => clusters.filter((cluster) => isAt(cluster, place)),
    teamWith: (cluster) => owners.get(cluster) ?? null,
    teamsSeenIn: (trail) =>
      teams.filter(
        (team) => isAt(team, trail) || (trail.region === GLOBAL_REGION && team.accountId === trail.accountId),
      ),
  };
}

function isAt(one: Place, place: Place): boolean {
  return one.accountId === place.accountId && one.region === place.region;
}
