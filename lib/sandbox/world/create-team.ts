import { hash32 } from "./chance";
import { type Cluster, clustersFor, type Stage } from "./organisation/clusters";
import { type Part, type Person, peopleOf } from "./organisation/people";
import { homeOf, type Place } from "./organisation/places";
import { prefixOf } from "./organisation/team-names";

/** A part of the organisation with clusters, people, users and roles of its own, in one account and Region. */
export interface Team extends Place {
  /** From 0. */
  readonly number: number;
  /** All that happens to the team is drawn from it. */
  readonly seed: number;
  /** Begins the names of all that it owns; "" for the first. */
  readonly prefix: string;
  readonly clusters: Readonly<Record<Stage, Cluster>>;
  readonly people: readonly Person[];
}

/** A pure function; the first team has the world's seed and is the whole organisation at scale 1. */
export function createTeam(worldSeed: number, number: number): Team {
  const home = homeOf(number);
  const prefix = prefixOf(number);
  const seed = number === 0 ? worldSeed : hash32(`${worldSeed}/team/${number}`);
  const owner = { ...home, number, seed, prefix };
  return { ...owner, clusters: clustersFor(prefix, owner), people: peopleOf(owner) };
}

export function personOf(team: Team, part: Part): Person {
  const person = team.people.find((one) => one.part === part);
  if (person === undefined) throw new Error(`nobody plays ${part} in team ${team.number}`);
  return person;
}
