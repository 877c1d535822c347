import { afterEach, describe, expect, it } from "vitest";
import { START, startBadDay, type BadDay } from "./start-bad-day";

const HOUR = 3_600_000;
const HOME = "cloudtrail/111122223333/eu-west-1";
const SIGN_INS = `${HOME}/sign-ins`;
const SERVICES = [
  "signin.amazonaws.com",
  "sso.amazonaws.com",
  "sso-oauth.amazonaws.com",
  "rolesanywhere.amazonaws.com",
  "eks-auth.amazonaws.com",
];
const OF_SESSIONS = ["AssumeRoleForPodIdentity", "GetRoleCredentials"];

/** The other services' events that hops need, read of the event history in the background. */
describe("sign-ins are read behind STS's events", { timeout: 300_000 }, () => {
  let day: BadDay;
  afterEach(() => day.end());

  const servicesAsked = () =>
    day.sandbox.requests().flatMap(({ action, region, input }) => {
      const text = JSON.stringify(input);
      const [, service] = /"EventSource","AttributeValue":"([^"]+)"/.exec(text) ?? [];
      return action === "LookupEvents" && region === "eu-west-1" && service !== undefined ? [service] : [];
    });

  it("and hold every hop of the time that their own coverage says is read", async () => {
    day = await startBadDay({ lookbackMs: 24 * HOUR });
    await day.read();
    const rows = await day.coverage();
    const signIns = rows.find(({ id }) => id === SIGN_INS);
    expect(signIns).toMatchObject({ kind: "sign-ins", state: "following", progress: 1, problem: null });
    expect(new Set(servicesAsked())).toEqual(new Set(["sts.amazonaws.com", ...SERVICES]));
    // Of what was called at most a day before: a role's session does not last longer, nor a pod's.
    const range = { from: START - 24 * HOUR, to: START };
    const hops = day.sandbox.world
      .truth({ from: START - 8 * HOUR, to: START - HOUR })
      .flatMap(({ chain }) =>
        chain.filter(({ eventName }) => OF_SESSIONS.includes(eventName)).map(({ eventId }) => eventId),
      );
    const wanted = [...new Set(hops)];
    expect(wanted.length).toBeGreaterThan(5);
    const found = await day.store().readEvents(wanted, range);
    const ids = new Set(found.map(({ eventId }) => eventId));
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("claim nothing while one of the services is refused, and take nothing from STS's events", async () => {
    const refused = { kind: "denied", actions: ["cloudtrail:LookupEvents"], about: "eks-auth" } as const;
    day = await startBadDay({ lookbackMs: 6 * HOUR, faults: { calls: [refused] } });
    await day.read();
    const rows = new Map((await day.coverage()).map((row) => [row.id, row]));
    expect(rows.get(SIGN_INS)).toMatchObject({ state: "failed", read: [], progress: 0 });
    expect(rows.get(SIGN_INS)?.problem?.permission).toBe("cloudtrail:LookupEvents");
    expect(rows.get(HOME)).toMatchObject({ state: "following", progress: 1, problem: null });
  });
});
