import { CONFIGURATION_EVENTS } from "@/lib/domain/parse/configuration-marks/marks-of-event";
import { afterEach, describe, expect, it } from "vitest";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { traceAttempt } from "@/lib/ingest/look-ups/trace-attempt";
import type { WorldAttempt } from "@/lib/sandbox/world/world-day";
import { type BadDay, type BadDayOptions, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LATE_S = 600;
/** The scan asks by the service, and of look-ups that of the portal's calls. */
const SCANNED = '"EventSource"';
/** Who changed a cluster is asked with its configuration. */
const OTHERS = [SCANNED, ...CONFIGURATION_EVENTS];
/** Of STS; the portal's calls are looked up by their service, as others are scanned. */
const NO_SCAN = {
  kind: "denied",
  actions: ["cloudtrail:LookupEvents"],
  about: '"sts.amazonaws.com"',
} as const;

/** Look-ups for the attempt somebody looks at, over the wire, under AWS's quota, on a clock that jumps. */
describe("what a chain lacks is looked up", { timeout: 300_000 }, () => {
  let day: BadDay;
  const start = async (options: Partial<BadDayOptions>) => {
    day = await startBadDay({ lookbackMs: HOUR, ...options });
    await day.read();
  };
  afterEach(() => day.end());

  /** Attempts of the last hour whose people signed in long before. */
  const attemptsOf = (story: string, agoMs = 25 * MINUTE): WorldAttempt[] =>
    day.sandbox.world
      .truth({ from: START - 55 * MINUTE, to: START - agoMs })
      .filter((one) => one.story === story && one.accessKeyId !== null && one.stsEventId !== null);
  /** As the API says it, once nothing more is under way. */
  const lookUp = async ({ line }: WorldAttempt) => {
    const id = await idOf(line.eventId);
    day.lookups().begin(id);
    for (let steps = 0; day.lookups().progressOf(id).state === "looking" && steps < 600; steps++)
      await day.pass(100);
    return { id, progress: day.lookups().progressOf(id) };
  };
  const idOf = async (lineId: string): Promise<string> => {
    const filter = { range: { from: START - HOUR, to: START }, text: "", noise: "show" as const };
    const { rows } = await day
      .store()
      .search({ filter: { ...NO_FACETS, ...filter }, cursor: null, limit: 500 });
    const found = rows.find(({ evidence }) => evidence.some(({ eventId }) => eventId === lineId));
    if (found === undefined) throw new Error("no attempt of this line");
    return found.id;
  };
  const hopsOf = async (id: string) =>
    (await traceAttempt(id, day.store()))?.chain?.hops.map(({ eventId }) => eventId) ?? [];
  const lookedUp = () => day.sandbox.requests().filter(isLookUp);
  const isLookUp = ({ action, input }: { readonly action: string; readonly input: unknown }) =>
    action === "LookupEvents" && OTHERS.every((text) => !JSON.stringify(input).includes(text));

  it("who signed in before all that is read: hop by hop back to the sign-in", async () => {
    await start({});
    const [attempt] = attemptsOf("person");
    if (attempt === undefined) throw new Error("nobody works");
    const { id, progress } = await lookUp(attempt);
    expect(await hopsOf(id)).toEqual(expect.arrayContaining(attempt.chain.map(({ eventId }) => eventId)));
    expect(progress).toMatchObject({ state: "done", problems: [], againMs: null });
    expect(progress.found).toBeGreaterThanOrEqual(attempt.chain.length);
    const [coverage] = (await day.coverage()).filter(({ id }) => id === "cloudtrail/111122223333/eu-west-1");
    expect(coverage?.read[0]?.from).toBeGreaterThanOrEqual(START - HOUR);
  });

  it("where the scan is refused: the record of the call too, and then what led to it", async () => {
    await start({ faults: { calls: [NO_SCAN] } });
    const [attempt] = attemptsOf("person");
    if (attempt === undefined) throw new Error("nobody works");
    const { id } = await lookUp(attempt);
    expect((await day.store().find(id))?.sts?.eventId).toBe(attempt.stsEventId);
    expect(await hopsOf(id)).toEqual(expect.arrayContaining(attempt.chain.map(({ eventId }) => eventId)));
  });

  it("before whatever is scanned, though the scan takes all of the quota", async () => {
    day = await startBadDay({ lookbackMs: 2 * DAY });
    void day.read();
    await day.pass(20_000);
    const [attempt] = attemptsOf("person");
    if (attempt === undefined) throw new Error("nobody works");
    const beganMs = day.clock.now();
    const { id } = await lookUp(attempt);
    expect(await hopsOf(id)).toEqual(expect.arrayContaining(attempt.chain.map(({ eventId }) => eventId)));
    const asked = lookedUp().filter(({ timeMs }) => timeMs >= beganMs);
    expect(day.clock.now() - beganMs).toBeLessThan((asked.length + 3) * 1_000);
    const scanned = (await day.coverage()).filter(({ kind }) => kind === "cloudtrail");
    expect(Math.min(...scanned.map(({ progress }) => progress))).toBeLessThan(1);
  });

  it("never twice, also for another attempt of the session and after a restart", async () => {
    await start({});
    const [attempt, ...others] = attemptsOf("person");
    if (attempt === undefined) throw new Error("nobody works");
    const { id } = await lookUp(attempt);
    const hops = await hopsOf(id);
    for (const other of others.filter(({ accessKeyId }) => accessKeyId === attempt.accessKeyId))
      await lookUp(other);
    const before = lookedUp().length;
    await day.kill();
    await day.read();
    await lookUp(attempt);
    expect(await hopsOf(id)).toEqual(hops);
    expect(lookedUp()).toHaveLength(before);
    const asked = lookedUp().map(({ region, input }) => JSON.stringify([region, input]));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("what is refused is told with the permission that is missing, and disturbs nothing else", async () => {
    const calls = [
      { ...NO_SCAN, about: '"ResourceName"' },
      { ...NO_SCAN, about: '"EventName"' },
    ];
    await start({ faults: { calls } });
    const [attempt] = attemptsOf("person");
    if (attempt === undefined) throw new Error("nobody works");
    const { progress } = await lookUp(attempt);
    expect(progress.problems.map(({ problem }) => problem.permission)).toContain("cloudtrail:LookupEvents");
    expect(progress.state).toBe("done");
    const trails = (await day.coverage()).filter(({ kind }) => kind === "cloudtrail");
    expect(trails.map(({ state }) => state)).not.toContain("failed");
  });

  it("once more a minute later, while it may still be on its way", async () => {
    await start({ faults: { calls: [NO_SCAN], late: [{ of: "events", share: 1, byS: LATE_S }] } });
    const isOnItsWay = ({ stsDeliveredMs }: WorldAttempt) => (stsDeliveredMs ?? 0) + LATE_S * 1000 > START;
    const attempt = attemptsOf("person", 0).findLast(isOnItsWay);
    if (attempt === undefined) throw new Error("nobody works");
    const { id, progress } = await lookUp(attempt);
    expect(progress.againMs).toBeGreaterThan(day.clock.now());
    await day.pass(15 * MINUTE);
    await lookUp(attempt);
    expect((await day.store().find(id))?.sts?.eventId).toBe(attempt.stsEventId);
  });
});
