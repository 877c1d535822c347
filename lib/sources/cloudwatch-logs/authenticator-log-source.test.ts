import { afterEach, describe, expect, it } from "vitest";
import { type EventSource, SourceError, type SourceRecord } from "@/lib/ports/event-source";
import type { FaultPlan } from "@/lib/sandbox/faults/fault-plan";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Knobs } from "@/lib/sandbox/wire/cloud";
import { planFromOptions } from "@/lib/server/aws/aws-plan";
import { findAwsSources } from "@/lib/server/aws/find-aws-sources";
import { createVirtualClock } from "@/lib/testing/virtual-clock";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const never = new AbortController().signal;

let sandbox: Sandbox | null = null;
afterEach(async () => {
  await sandbox?.close();
  sandbox = null;
});

/** The source of prod's log, in a sandbox that stands as the knobs say. */
async function open(knobs: Knobs, faults: FaultPlan = {}): Promise<EventSource> {
  const clock = createVirtualClock(NOW);
  sandbox = await startSandbox({ now: clock.now, sleep: async () => undefined, knobs, faults });
  Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  const plan = planFromOptions({ clusters: ["prod"], region: null, profile: null });
  const { sources } = await findAwsSources(plan, clock);
  const log = sources.find(({ descriptor }) => descriptor.cluster === "prod");
  if (log === undefined) throw new Error("no log source");
  return log;
}

async function readAll(source: EventSource, range: { from: number; to: number }) {
  const records: SourceRecord[] = [];
  const complete: { from: number; to: number }[] = [];
  const notices: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page = await source.read(range, cursor, never);
    records.push(...page.records);
    if (page.complete !== null) complete.push(page.complete);
    if (page.notice) notices.push(page.notice);
    cursor = page.cursor;
  } while (cursor !== null);
  return { records, complete, notices };
}

const problemOf = async (source: EventSource, range = { from: NOW - 2 * DAY, to: NOW }) => {
  const error = await readAll(source, range).catch((thrown: unknown) => thrown);
  return error instanceof SourceError ? error.problem : null;
};
const asked = (action: string) => (sandbox?.requests() ?? []).filter((note) => note.action === action);
const linesOf = (records: readonly SourceRecord[]) =>
  [...new Set(records.map(({ stream, timeMs, text }) => `${timeMs} ${stream} ${text}`))].sort();

describe("an authenticator log that shows nothing", () => {
  it("is off: EKS says so, and how to switch it on", async () => {
    expect(await problemOf(await open({ logTypeOff: ["prod"] }))).toMatchObject({
      code: "log-type-off",
      message: "The authenticator log of prod is switched off, and nothing of this time is stored.",
      command: expect.stringContaining("aws eks update-cluster-config --region eu-west-1 --name prod"),
    });
  });

  it("has no group, although it is on; or since it is off", async () => {
    expect(await problemOf(await open({ absentLogGroups: ["prod"] }))).toMatchObject({
      code: "log-group-absent",
      message:
        "There is no log group /aws/eks/prod/cluster of prod in eu-west-1, although EKS says that the authenticator log is on.",
      command: "aws logs describe-log-groups --region eu-west-1 --log-group-name-prefix /aws/eks/",
    });
    await sandbox?.close();
    const off = await open({ absentLogGroups: ["prod"], logTypeOff: ["prod"] });
    expect((await problemOf(off))?.code).toBe("log-type-off");
  });

  it("is empty: that is read and said, and no failure", async () => {
    const source = await open({});
    const { records, complete, notices } = await readAll(source, {
      from: NOW - 40 * DAY,
      to: NOW - 20 * DAY,
    });
    expect(records).toEqual([]);
    expect(complete.at(-1)).toEqual({ from: NOW - 40 * DAY, to: NOW - 20 * DAY });
    expect(notices).toMatchObject([
      { code: "log-empty", message: expect.stringContaining("holds no line since 2026-10-11 12:00 UTC") },
    ]);
    const page = await source.read({ from: NOW - 2 * DAY, to: NOW }, null, never);
    expect(page).toMatchObject({ over: "log-empty" });
  });

  it("is asked of EKS once an hour while it is quiet, and each time while it is off", async () => {
    const past = { from: NOW - 30 * DAY, to: NOW - 30 * DAY + HOUR };
    const quiet = await open({});
    for (let n = 0; n < 3; n++) await readAll(quiet, past);
    const asksOfQuiet = asked("DescribeCluster").length;
    await sandbox?.close();
    const off = await open({ logTypeOff: ["prod"] });
    for (let n = 0; n < 3; n++) await problemOf(off, past);
    expect(asked("DescribeCluster").length - asksOfQuiet).toBe(2);
  });

  it.each([
    ["logs:FilterLogEvents", {}],
    ["logs:StartQuery", { infrequentAccess: ["prod"] }],
    ["logs:GetQueryResults", { infrequentAccess: ["prod"] }],
  ])("is denied: %s is missing", async (permission, knobs) => {
    expect(await problemOf(await open({ ...knobs, denied: [permission] }))).toMatchObject({
      code: "forbidden",
      permission,
      remedy: expect.stringContaining(permission),
    });
  });
});

describe("a long reading", () => {
  it("begins with a small page, and goes on with whole ones", async () => {
    await readAll(await open({}), { from: NOW - 5 * DAY, to: NOW });
    const limits = asked("FilterLogEvents").map(({ input }) => input.limit);
    expect(limits[0]).toBe(500);
    expect(limits.slice(1).length).toBeGreaterThan(0);
    expect(limits.slice(1).filter((limit) => limit === undefined).length).toBeGreaterThan(0);
    const [first, second] = asked("FilterLogEvents").map(({ input }) => input);
    expect(second?.nextToken ?? null).toBe(first?.nextToken ?? null);
  });

  it("a poll asks for whole pages", async () => {
    await readAll(await open({}), { from: NOW - HOUR / 2, to: NOW });
    expect(asked("FilterLogEvents").map(({ input }) => input.limit)).toEqual([undefined]);
  });
});

describe("a log group of class Infrequent Access", () => {
  it("gives by queries what the API gives of any other, newest first", async () => {
    const range = { from: NOW - 2 * DAY + 123, to: NOW - 77 };
    const direct = await readAll(await open({}), range);
    await sandbox?.close();
    const byQuery = await readAll(await open({ infrequentAccess: ["prod"] }), range);
    expect(linesOf(byQuery.records)).toEqual(linesOf(direct.records));
    expect(byQuery.complete.at(-1)).toEqual(range);
    expect(asked("FilterLogEvents")).toEqual([]);
    const [first, ...rest] = asked("StartQuery").map(
      ({ input }) => Number(input.endTime) - Number(input.startTime),
    );
    expect(first).toBeLessThanOrEqual(3600);
    expect(Math.max(...rest)).toBeGreaterThan(3 * 3600);
  });

  it("is found out without permission to describe it", async () => {
    const source = await open({ infrequentAccess: ["prod"], denied: ["logs:DescribeLogGroups"] });
    expect((await readAll(source, { from: NOW - 3 * HOUR, to: NOW })).records.length).toBeGreaterThan(50);
    expect(source.pollMs).toBe(5 * 60_000);
  });

  it("is read by smaller windows where a query gives not all, and a second with too much is said", async () => {
    const bursts = [
      { cluster: "prod", atS: -1_000, count: 9_000, parts: 1, apartS: 0 },
      { cluster: "prod", atS: -2_000, count: 9_000, parts: 1, apartS: 0 },
      { cluster: "prod", atS: -5_000, count: 12_000, parts: 1, apartS: 0 },
    ];
    const source = await open({ infrequentAccess: ["prod"] }, { bursts });
    const { records, complete, notices } = await readAll(source, { from: NOW - 3 * HOUR, to: NOW });
    const burstLines = linesOf(records).filter((line) => line.includes("role/Stranger"));
    const within = (s: number) => burstLines.filter((line) => line.startsWith(String(NOW - s * 1000)));
    expect([within(1_000).length, within(2_000).length]).toEqual([9_000, 9_000]);
    expect(notices).toMatchObject([
      { code: "too-many-at-once", message: expect.stringContaining("2026-11-20T10:36:40.000Z") },
    ]);
    const isRead = (timeMs: number) => complete.some(({ from, to }) => timeMs >= from && timeMs < to);
    expect([1_000, 2_000, 5_000, 5_001, 10_000].map((s) => isRead(NOW - s * 1000))).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  }, 30_000);

  it("is not scanned on when the reading is given up", async () => {
    const source = await open({ infrequentAccess: ["prod"] });
    const abort = new AbortController();
    const reading = source.read({ from: NOW - HOUR, to: NOW }, null, abort.signal);
    while (asked("GetQueryResults").length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    abort.abort(new Error("given up"));
    await expect(reading).rejects.toThrow("given up");
    expect(asked("StopQuery").map(({ status }) => status)).toEqual([200]);
  });
});
