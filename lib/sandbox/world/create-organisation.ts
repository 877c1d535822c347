import { createTeam, type Team } from "./create-team";
import type { Cluster } from "./organisation/clusters";
import { GLOBAL_REGION, type Place } from "./organisation/places";
import { PORTAL_REGION } from "./trail/federated-sign-in";

const ACCOUNT_WIDE: readonly string[] = [GLOBAL_REGION, PORTAL_REGION];

/** Teams over three accounts and two Regions. */
export interface Organisation {
  readonly teams: readonly Team[];
  /** All clusters, team by team. */
  readonly clusters: readonly Cluster[];
  clustersIn(place: Place): readonly Cluster[];
  /** null: there is no such team's cluster. */
  teamWith(cluster: string): Team | null;
  /**
   * Whose events a trail shows: the teams that live there; the whole account's where calls to the global STS endpoint are
   * filed, and where people sign in.
   */
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
        (team) =>
          isAt(team, trail) || (ACCOUNT_WIDE.includes(trail.region) && team.accountId === trail.accountId),
      ),
  };
}

function isAt(one: Place, place: Place): boolean {
  return one.accountId === place.accountId && one.region === place.region;
}
