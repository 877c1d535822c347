import { createDay, createSharedDay } from "./create-day";
import type { Organisation } from "./create-organisation";
import type { Team } from "./create-team";
import { keepRecent } from "./keep-recent";
import type { Place } from "./organisation/places";
import type { WorldDay, WorldEvent } from "./world-day";

/** The organisation's days, told when they are asked for; the last ones are kept for the next page. */
export interface ToldDays {
  /** What happened to these teams on the day, and between all teams. */
  of(teams: readonly Team[], day: number): readonly WorldDay[];
  /** A trail's events of what was told on the day, by time and id. */
  inTrail(trail: Place, day: number): readonly WorldEvent[];
}

const KEPT_TEAM_DAYS = 96;
const KEPT_TRAIL_DAYS = 24;
const KEPT_SHARED_DAYS = 4;

export function tellDays(organisation: Organisation, tell = createDay): ToldDays {
  const teamDay = keepRecent<Team, WorldDay>(KEPT_TEAM_DAYS, tell);
  const sharedDay = keepRecent<Organisation, WorldDay>(KEPT_SHARED_DAYS, createSharedDay);
  const of = (teams: readonly Team[], day: number): WorldDay[] => [
    ...teams.map((team) => teamDay(String(team.number), team, day)),
    sharedDay("", organisation, day),
  ];
  const tellTrail = (trail: Place, day: number): WorldEvent[] =>
    of(organisation.teamsSeenIn(trail), day)
      .flatMap((told) => told.events)
      .filter(({ accountId, region }) => accountId === trail.accountId && region === trail.region)
      .sort(byTimeThenId);
  const trailDay = keepRecent<Place, WorldEvent[]>(KEPT_TRAIL_DAYS, tellTrail);
  return { of, inTrail: (trail, day) => trailDay(`${trail.accountId}/${trail.region}`, trail, day) };
}

export function byTimeThenId<T extends { timeMs: number; eventId: string }>(a: T, b: T): number {
  return a.timeMs - b.timeMs || (a.eventId < b.eventId ? -1 : 1);
}
