import { describe, expect, test } from "vitest";
import { createDay } from "./create-day";
import { createTeam } from "./create-team";
import { TRAILS } from "./organisation/places";
import { createWorld } from "./world";
import type { WorldAttempt, WorldLine } from "./world-day";

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 18, 12);
const CLUSTERS = ["prod", "staging", "devCluster"];
const TWO_WEEKS = { from: NOON - 14 * DAY, to: NOON };
const EVER = Number.MAX_SAFE_INTEGER;
const world = createWorld(1);
const lines = CLUSTERS.flatMap((cluster) => world.lines(cluster, TWO_WEEKS, EVER));
const authenticator = lines.filter((line) => line.stream.startsWith("authenticator-"));
const reach = { from: TWO_WEEKS.from - 60_000, to: TWO_WEEKS.to };
const events = TRAILS.flatMap((trail) => world.events(trail, reach, EVER));
const attempts = world.truth(TWO_WEEKS);

describe("one world", () => {
  test("the same seed and day give the same day, whenever asked", () => {
    expect(createDay(createTeam(7, 0), 20_774)).toEqual(createDay(createTeam(7, 0), 20_774));
    expect(createDay(createTeam(7, 0), 20_774)).not.toEqual(createDay(createTeam(8, 0), 20_774));
    const later = createWorld(1);
    later.truth({ from: NOON, to: NOON + 3 * DAY });
    expect(later.truth(TWO_WEEKS)).toEqual(attempts);
  });

  test("what is seen only grows with time", () => {
    const early = world.lines("prod", TWO_WEEKS, NOON - DAY).map((line) => line.eventId);
    const late = world.lines("prod", TWO_WEEKS, NOON).map((line) => line.eventId);
    expect(late.length).toBeGreaterThan(early.length);
    const known = new Set(late);
    expect(early.every((id) => known.has(id))).toBe(true);
  });

  test("every id is there once", () => {
    expect(new Set(lines.map((line) => `${line.stream}/${line.eventId}`)).size).toBe(lines.length);
    expect(new Set(events.map((event) => event.eventId)).size).toBe(events.length);
    for (const line of lines) expect(line.eventId).toMatch(/^\d{56}$/);
  });

  test("is as large as an organisation's", () => {
    const perDay = attempts.length / 14;
    expect(perDay).toBeGreaterThan(330);
    expect(perDay).toBeLessThan(490);
    const noise = attempts.filter((one) => ["node", "fargate node", "EKS"].includes(one.story)).length / 14;
    expect(perDay - noise).toBeGreaterThan(60);
    expect(noise).toBeGreaterThan(perDay / 2);
    for (const cluster of CLUSTERS) {
      const denied = attempts.filter((one) => one.cluster === cluster && one.decision === "denied");
      expect(denied.length).toBeGreaterThan(10);
    }
  });
});

describe("the truth", () => {
  const byId = new Map<string, WorldLine>(lines.map((line) => [`${line.stream}/${line.eventId}`, line]));
  const eventById = new Map(events.map((event) => [event.eventId, event]));
  const lineOf = (attempt: WorldAttempt) => byId.get(`${attempt.line.stream}/${attempt.line.eventId}`);

  test("every deciding line is an attempt, and every attempt has its line", () => {
    const deciding = authenticator.filter((line) =>
      / msg="access (granted|denied)" /.test(line.message.slice(0, 90)),
    );
    expect(new Set(attempts.map(lineOf))).toEqual(new Set(deciding));
    for (const attempt of attempts)
      expect(lineOf(attempt)?.message).toContain(`msg="access ${attempt.decision}"`);
  });

  test("the STS line comes before it on the same connection, with the same caller", () => {
    for (const attempt of attempts) {
      if (attempt.stsLine === null) continue;
      const sts = byId.get(`${attempt.stsLine.stream}/${attempt.stsLine.eventId}`);
      const line = lineOf(attempt);
      expect(sts?.eventId.localeCompare(line?.eventId ?? "")).toBe(-1);
      expect(clientOf(sts)).toBe(clientOf(line));
      expect(sts?.message).toContain(`arn="${attempt.callerArn}"`);
    }
  });

  test("the STS event is the signer's, a little earlier, by Go's client", () => {
    let checked = 0;
    for (const attempt of attempts) {
      if (attempt.stsEventId === null) continue;
      const event = eventById.get(attempt.stsEventId);
      const record = JSON.parse(event?.json ?? "{}");
      expect(record.userIdentity.arn).toBe(attempt.callerArn);
      expect(record.userIdentity.accessKeyId).toBe(attempt.accessKeyId);
      expect(record.userAgent).toBe("Go-http-client/1.1");
      const lag = attempt.timeMs - (event?.timeMs ?? 0);
      expect(lag).toBeGreaterThanOrEqual(0);
      expect(lag).toBeLessThan(6000);
      checked++;
    }
    expect(checked).toBeGreaterThan(4000);
  });

  test("no two attempts share an event, and no event of the authenticator is left over", () => {
    const claimed = attempts.flatMap((attempt) => attempt.stsEventId ?? []);
    expect(new Set(claimed).size).toBe(claimed.length);
    const made = events.filter((event) => event.json.includes('"userAgent":"Go-http-client/1.1"'));
    const within = made.filter(
      (event) => event.timeMs >= TWO_WEEKS.from && event.timeMs <= TWO_WEEKS.to - 6000,
    );
    const known = new Set(claimed);
    expect(within.filter((event) => !known.has(event.eventId))).toEqual([]);
  });
});

function clientOf(line: WorldLine | undefined): string | undefined {
  return / client="([^"]+)"/.exec(line?.message ?? "")?.[1];
}
