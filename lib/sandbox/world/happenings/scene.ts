import { DAY, HOUR } from "../calendar";
import { type Chance, createChance } from "../chance";
import type { Team } from "../create-team";
import type { DayBook } from "../day-book";
import type { Hop, WorldEvent } from "../world-day";
import type { Cluster } from "../organisation/clusters";
import { type Role, roleOf } from "../organisation/roles";
import { type IamUser, userOf } from "../organisation/users";

/** Where a happening takes place: one day of one team. */
export interface Scene {
  readonly team: Team;
  readonly clusters: readonly Cluster[];
  readonly seed: number;
  readonly day: number;
  readonly startMs: number;
  readonly book: DayBook;
}

export function openScene(team: Team, book: DayBook): Scene {
  const { seed, clusters } = team;
  return { team, clusters: Object.values(clusters), seed, day: book.day, startMs: book.day * DAY, book };
}

/** Chance of its own for every happening, so that a new one leaves the others as they were. */
export function chanceFor(scene: Scene, label: string): Chance {
  return createChance(`${scene.seed}/${scene.day}/${label}`);
}

/** Writes an event down; gives it as a hop of the chain of what it issued. */
export function recordHop(scene: Scene, event: WorldEvent, twin: WorldEvent | null = null): Hop {
  scene.book.events.push(event, ...(twin === null ? [] : [twin]));
  const { eventId, eventName, accountId, region } = event;
  return { eventId, eventName, accountId, region, twinId: twin?.eventId ?? null };
}

/** Key id of temporary credentials. */
export function openKey(scene: Scene, label: string): string {
  return `ASIAEXAMPLE${chanceFor(scene, `key/${label}`).base32(9)}`;
}

/** The team's role of this name, or of this permission set. */
export function roleIn(scene: Scene, key: string): Role {
  return roleOf(scene.team, key);
}

export function userIn(scene: Scene, part: string): IamUser {
  return userOf(scene.team, part);
}

export function officeHour(scene: Scene, chance: Chance): number {
  return scene.startMs + chance.int(7 * HOUR, 18 * HOUR);
}
