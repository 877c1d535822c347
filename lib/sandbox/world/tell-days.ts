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

/** How many lines and events are kept: about 1 kB each. */
const KEPT_OF_TEAMS = 120_000;
/** Of trails' teams, events alone: those of a large organisation have 40,000 on a day. */
const KEPT_EVENTS = 60_000;
const KEPT_OF_TRAILS = 40_000;
const KEPT_SHARED = 10_000;

export function tellDays(organisation: Organisation, tell = createDay): ToldDays {
  const teamDay = keepRecent<Team, WorldDay>({ most: KEPT_OF_TEAMS, sizeOf }, tell);
  const sharedDay = keepRecent<Organisation, WorldDay>({ most: KEPT_SHARED, sizeOf }, createSharedDay);
  const of = (teams: readonly Team[], day: number): WorldDay[] => [
    ...teams.map((team) => teamDay(String(team.number), team, day)),
    sharedDay("", organisation, day),
  ];
  const teamEvents = keepRecent<Team, readonly WorldEvent[]>(
    { most: KEPT_EVENTS, sizeOf: (events) => events.length },
    (team, day) => tell(team, day).events,
  );
  const tellTrail = (trail: Place, day: number): WorldEvent[] =>
    [
      ...organisation.teamsSeenIn(trail).map((team) => teamEvents(String(team.number), team, day)),
      sharedDay("", organisation, day).events,
    ]
      .flat()
      .filter(({ accountId, region }) => accountId === trail.accountId && region === trail.region)
      .sort(byTimeThenId);
  const trailDay = keepRecent<Place, WorldEvent[]>(
    { most: KEPT_OF_TRAILS, sizeOf: (events) => events.length },
    tellTrail,
  );
  return { of, inTrail: (trail, day) => trailDay(`${trail.accountId}/${trail.region}`, trail, day) };
}

function sizeOf(day: WorldDay): number {
  return day.lines.length + day.events.length;
}

export function byTimeThenId<T extends { timeMs: number; eventId: string }>(a: T, b: T): number {
  return a.timeMs - b.timeMs || (a.eventId < b.eventId ? -1 : 1);
}
