import { describe, expect, test } from "vitest";
import { createDay, createSharedDay } from "./create-day";
import { createOrganisation } from "./create-organisation";
import { TRAILS } from "./organisation/places";
import { tellDays } from "./tell-days";
import { createWorld } from "./world";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 10, 18, 12);
const HALF_DAY = { from: NOON - 12 * HOUR, to: NOON };
const EVER = Number.MAX_SAFE_INTEGER;
const SCALE = 7;
const world = createWorld(1, SCALE);
const attempts = world.truth(HALF_DAY);

describe("an organisation of several teams", () => {
  test("is spread over three accounts and two Regions, under names that come once", () => {
    const names = createWorld(1, 300).clusters.map((cluster) => cluster.name);
    expect(new Set(names).size).toBe(900);
    const places = new Set(world.clusters.map(({ accountId, region }) => `${accountId}/${region}`));
    expect(places.size).toBe(6);
    for (const { accountId, region, name } of world.clusters)
      expect(world.clustersIn({ accountId, region }).map((one) => one.name)).toContain(name);
    expect(world.clustersIn({ accountId: "444455556666", region: "us-east-2" }).length).toBe(3);
  });

  test("the first team's days are those of the small world", () => {
    const small = createWorld(1);
    for (const cluster of small.clusters)
      expect(world.lines(cluster.name, HALF_DAY, NOON)).toEqual(small.lines(cluster.name, HALF_DAY, NOON));
  });

  test("teams share no key, user, person or id", () => {
    const owners = new Map<string, Set<string>>();
    for (const { accessKeyId, callerArn, cluster } of attempts) {
      if (accessKeyId === null || callerArn?.includes("partner-deploy")) continue;
      const team = cluster.replace(/(prod|staging|dev|devCluster)$/, "");
      owners.set(accessKeyId, (owners.get(accessKeyId) ?? new Set()).add(team));
    }
    expect([...owners].filter(([, teams]) => teams.size > 1)).toEqual([]);
    const lines = world.clusters.flatMap(({ name }) => world.lines(name, HALF_DAY, EVER));
    expect(new Set(lines.map((line) => line.stream + line.eventId)).size).toBe(lines.length);
    const events = TRAILS.flatMap((trail) => world.events(trail, HALF_DAY, EVER));
    expect(new Set(events.map((event) => event.eventId)).size).toBe(events.length);
  });

  test("each attempt's STS event stands in the trail that the truth names, and nowhere else", () => {
    const reach = { from: HALF_DAY.from - 60_000, to: HALF_DAY.to };
    const trailOf = new Map<string, string>();
    for (const trail of TRAILS)
      for (const event of world.events(trail, reach, EVER))
        trailOf.set(event.eventId, `${trail.accountId}/${trail.region}`);
    const told = attempts.filter((attempt) => attempt.stsEventId !== null);
    expect(told.length).toBeGreaterThan(800);
    for (const { stsEventId, stsTrail } of told)
      expect(trailOf.get(stsEventId ?? "")).toBe(`${stsTrail?.accountId}/${stsTrail?.region}`);
    expect(new Set(told.map(({ stsTrail }) => `${stsTrail?.accountId}/${stsTrail?.region}`)).size).toBe(9);
  });

  test("no day reaches further than an hour into its neighbours", () => {
    const organisation = createOrganisation(3, 2);
    for (let day = 20_770; day < 20_777; day++) {
      const days = organisation.teams.map((team) => createDay(team, day));
      for (const told of [...days, createSharedDay(organisation, day)]) {
        const times = [...told.lines, ...told.events, ...told.attempts].map(({ timeMs }) => timeMs);
        expect(Math.min(...times)).toBeGreaterThanOrEqual(day * DAY - HOUR);
        expect(Math.max(...times)).toBeLessThan((day + 1) * DAY + HOUR);
      }
    }
  });
});

test("a page of a large world tells the days of the teams that live there, once for all pages of its kind", () => {
  const organisation = createOrganisation(1, 100);
  const told: number[] = [];
  const days = tellDays(organisation, (team) => {
    told.push(team.number);
    return { lines: [], events: [], attempts: [], requests: [] };
  });
  const team = organisation.teamWith("ledger-prod");
  days.of(team === null ? [] : [team], 20_770);
  expect(told).toEqual([team?.number]);
  // Of a trail only the events are kept: the lines of so many teams would be most of it.
  told.length = 0;
  const trail = { accountId: "777788889999", region: "us-east-2" };
  for (let page = 0; page < 3; page++) days.inTrail(trail, 20_770);
  const neighbours = organisation.teams.filter(({ number }) => number % 6 === 5).map(({ number }) => number);
  expect(team?.number).toBe(29);
  expect(told).toHaveLength(16);
  expect(new Set(told)).toEqual(new Set(neighbours));
});
