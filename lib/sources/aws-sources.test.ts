import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource, SourceRecord } from "@/lib/ports/event-source";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { type AwsSettings, planFromOptions } from "@/lib/server/aws/aws-plan";
import { findAwsSources } from "@/lib/server/aws/find-aws-sources";
import { createVirtualClock } from "@/lib/testing/virtual-clock";

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;
const RANGE = { from: NOW - 3 * DAY, to: NOW };
const never = new AbortController().signal;
const find = (over: Partial<AwsSettings>, clock: Clock) =>
  findAwsSources(planFromOptions({ clusters: [], region: null, profile: null, ...over }), clock);

describe("the sources, over the wire", () => {
  const clock = createVirtualClock(NOW);
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({
      now: clock.now,
      sleep: async () => undefined,
      knobs: { emptyPages: 1 },
    });
    Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  });
  afterAll(() => sandbox.close());

  async function readAll(source: EventSource): Promise<SourceRecord[]> {
    const records: SourceRecord[] = [];
    let cursor: string | null = null;
    do {
      const page = await source.read(RANGE, cursor, never);
      records.push(...page.records);
      cursor = page.cursor;
      if (cursor === null) expect(page.complete).toEqual(RANGE);
    } while (cursor !== null);
    return records;
  }

  it("finds the clusters of the Region, their logs and the trails", async () => {
    const found = await find({}, clock);
    expect(found.notes).toEqual([]);
    expect(found.sources.map(({ descriptor }) => descriptor.id).sort()).toEqual([
      "authenticator-log/111122223333/eu-west-1/devCluster",
      "authenticator-log/111122223333/eu-west-1/prod",
      "authenticator-log/111122223333/eu-west-1/staging",
      "cloudtrail/111122223333/eu-west-1",
      "cloudtrail/111122223333/eu-west-1/configuration",
      "cloudtrail/111122223333/eu-west-1/sign-ins",
      "cloudtrail/111122223333/us-east-1",
      "cloudtrail/111122223333/us-east-1/sign-ins",
      "request-log/111122223333/eu-west-1/devCluster",
      "request-log/111122223333/eu-west-1/prod",
      "request-log/111122223333/eu-west-1/staging",
    ]);
  });

  it("reads every deciding line the world holds, newest first, and each once", async () => {
    const { sources } = await find({ clusters: ["prod"] }, clock);
    const log = sources.find(({ descriptor }) => descriptor.cluster === "prod");
    if (log === undefined) throw new Error("no log source");
    const records = await readAll(log);
    const times = records.map(({ timeMs }) => timeMs);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const ids = new Set(records.map(({ eventId }) => eventId));
    expect(ids.size).toBe(records.length);
    const truth = sandbox.world.truth(RANGE).filter(({ cluster }) => cluster === "prod");
    const delivered = truth.filter(({ timeMs }) => timeMs < NOW - 10 * 60_000);
    expect(delivered.length).toBeGreaterThan(100);
    expect(delivered.filter(({ line }) => !ids.has(line.eventId))).toEqual([]);
    expect(records.every(({ stream }) => stream.startsWith("authenticator-"))).toBe(true);
  });

  it("reads every STS event of a trail", async () => {
    const { sources } = await find({ clusters: ["prod"] }, clock);
    const trail = sources.find(
      ({ descriptor }) => descriptor.id.endsWith("eu-west-1") && descriptor.kind === "cloudtrail",
    );
    if (trail === undefined) throw new Error("no trail");
    const ids = new Set((await readAll(trail)).map(({ eventId }) => eventId));
    const inRegion = sandbox.world.events({ accountId: "111122223333", region: "eu-west-1" }, RANGE, NOW);
    const known = new Set(inRegion.map(({ eventId }) => eventId));
    const expected = sandbox.world
      .truth(RANGE)
      .flatMap(({ stsEventId }) => (known.has(stsEventId ?? "") ? [stsEventId] : []));
    expect(expected.length).toBeGreaterThan(100);
    expect(expected.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("names the clusters there are when one is unknown", async () => {
    const { sources, notes } = await find({ clusters: ["nope", "prod"] }, clock);
    const clusters = sources.flatMap(({ descriptor }) => descriptor.cluster ?? []);
    expect(clusters).toEqual(["prod", "prod"]);
    expect(notes).toMatchObject([
      {
        id: "authenticator-log/111122223333/eu-west-1/nope",
        state: "failed",
        problem: { code: "not-found", remedy: expect.stringContaining("devCluster, prod, staging") },
      },
    ]);
  });

  it("says that a Region is none", async () => {
    await expect(find({ region: "eu-wst" }, clock)).rejects.toMatchObject({
      problem: { code: "invalid-region" },
    });
  });
});

describe("what AWS refuses", () => {
  const clock = createVirtualClock(NOW);
  it("names the missing permission, and reads on from the other sources", async () => {
    const knobs = {
      denied: ["cloudtrail:LookupEvents"],
      logTypeOff: ["staging"],
      infrequentAccess: ["devCluster"],
    };
    const sandbox = await startSandbox({ now: clock.now, sleep: async () => undefined, knobs });
    Object.assign(process.env, sandbox.env);
    const { sources } = await find({}, clock);
    const problems: Record<string, unknown> = {};
    for (const source of sources) {
      const failure = await source.read(RANGE, null, never).then(
        () => null,
        (error: { problem: { code: string; permission: string | null } }) => error.problem,
      );
      problems[source.descriptor.label] = failure && [failure.code, failure.permission];
    }
    await sandbox.close();
    expect(problems).toEqual({
      "devCluster · authenticator log": null,
      "prod · authenticator log": null,
      "staging · authenticator log": ["log-type-off", null],
      "devCluster · requests in the audit log": null,
      "prod · requests in the audit log": null,
      "staging · requests in the audit log": null,
      "111122223333 eu-west-1 · CloudTrail": ["forbidden", "cloudtrail:LookupEvents"],
      "111122223333 eu-west-1 · CloudTrail, access configuration": ["forbidden", "cloudtrail:LookupEvents"],
      "111122223333 us-east-1 · CloudTrail": ["forbidden", "cloudtrail:LookupEvents"],
      "111122223333 eu-west-1 · CloudTrail, sign-ins": ["forbidden", "cloudtrail:LookupEvents"],
      "111122223333 us-east-1 · CloudTrail, sign-ins": ["forbidden", "cloudtrail:LookupEvents"],
    });
  });
});
