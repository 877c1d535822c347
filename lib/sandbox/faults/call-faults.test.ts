import { CloudTrailClient, LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { EKSClient, ListClustersCommand } from "@aws-sdk/client-eks";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../start-sandbox";
import type { Knobs } from "../wire/cloud";
import { SANDBOX_KEY } from "../wire/principals";
import type { CallFaultKind, FaultPlan } from "./fault-plan";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
const HOUR = 3_600_000;
let sandbox: Sandbox;
let nowMs: number;

beforeEach(() => {
  nowMs = NOON;
});
afterEach(() => sandbox.close());

async function open(faults: FaultPlan, knobs: Knobs = {}): Promise<void> {
  sandbox = await startSandbox({ now: () => nowMs, sleep: async () => {}, faults, knobs });
}

const settings = (region = "eu-west-1") => ({
  endpoint: sandbox.url,
  region,
  credentials: SANDBOX_KEY,
  maxAttempts: 1,
});

function filter(more: { nextToken?: string; limit?: number } = {}) {
  const range = { startTime: NOON - 24 * HOUR, endTime: NOON };
  const input = { logGroupName: "/aws/eks/prod/cluster", ...range, ...more };
  return new CloudWatchLogsClient(settings()).send(new FilterLogEventsCommand(input));
}

const lookup = () =>
  new CloudTrailClient(settings()).send(
    new LookupEventsCommand({ StartTime: new Date(NOON - HOUR), EndTime: new Date(NOON) }),
  );

/** The name of what a call fails with; "" = it was answered. */
const nameOf = (call: Promise<unknown>) =>
  call.then(
    () => "",
    (error: Error & { code?: string }) => error.code ?? error.name,
  );

describe("a call that fails", () => {
  const cases: [CallFaultKind, string, string][] = [
    ["throttled", "ThrottlingException", "Throttling"],
    ["internal-error", "InternalFailure", "InternalFailure"],
    ["unavailable", "Unknown", "503"],
    ["expired-credentials", "ExpiredTokenException", "ExpiredToken"],
    ["denied", "AccessDeniedException", "AccessDenied"],
    ["absent", "ResourceNotFoundException", "ResourceNotFoundException"],
    ["disabled-region", "UnrecognizedClientException", "InvalidClientTokenId"],
    ["cut", "ECONNRESET", "ECONNRESET"],
    ["half", "SyntaxError", ""],
    ["html", "SyntaxError", ""],
  ];
  test.each(cases)("%s, as the SDK names it", async (kind, ofJson, ofQuery) => {
    await open({ calls: [{ kind }] });
    expect(await nameOf(filter())).toBe(ofJson);
    expect(await nameOf(lookup())).toBe(ofJson);
    if (ofQuery === "") return;
    const sts = await nameOf(new STSClient(settings()).send(new GetCallerIdentityCommand({})));
    expect([ofQuery, "Unknown", "Error"]).toContain(sts);
  });

  test("silence: no answer until the caller gives up", async () => {
    await open({ calls: [{ kind: "silence" }] });
    const client = new EKSClient(settings());
    const abort = AbortSignal.timeout(150);
    expect(await nameOf(client.send(new ListClustersCommand({}), { abortSignal: abort }))).toBe("AbortError");
  });

  test("only where the rule says: action, Region, what it is about, and when", async () => {
    await open({
      calls: [
        { kind: "denied", actions: ["cloudtrail:*"], region: "us-east-1" },
        { kind: "absent", about: "/aws/eks/staging/" },
        { kind: "throttled", actions: ["cloudtrail:LookupEvents"], everyS: 60, lastsS: 10, fromS: 30 },
      ],
    });
    expect(await nameOf(lookup())).toBe("");
    expect(await nameOf(filter())).toBe("");
    nowMs = NOON + 80_000;
    expect(await nameOf(lookup())).toBe("ThrottlingException");
    expect(await nameOf(filter())).toBe("");
    nowMs = NOON + 90_000;
    expect(await nameOf(lookup())).toBe("");
    const elsewhere = new CloudTrailClient(settings("us-east-1"));
    expect(await nameOf(elsewhere.send(new LookupEventsCommand({})))).toBe("AccessDeniedException");
  });

  test("the same calls of the same seed, a share of them", async () => {
    const outcomes = async (seed: number) => {
      await open({ seed, calls: [{ kind: "internal-error", share: 0.3 }] });
      const names: string[] = [];
      for (let n = 0; n < 60; n++, nowMs += 1000)
        names.push(await nameOf(new EKSClient(settings()).send(new ListClustersCommand({}))));
      await sandbox.close();
      return names;
    };
    const first = await outcomes(7);
    expect(first.filter((name) => name !== "").length).toBeGreaterThan(8);
    expect(first.filter((name) => name !== "").length).toBeLessThan(30);
    expect(await outcomes(7)).toEqual(first);
    expect(await outcomes(8)).not.toEqual(first);
  });
});

describe("a page that is spoiled", () => {
  test("its token is the one that came; only calls with a token are struck", async () => {
    await open({ calls: [{ kind: "repeated-page-token" }] }, { emptyPages: 0 });
    const first = await filter({ limit: 5 });
    expect(first.events).toHaveLength(5);
    const second = await filter({ limit: 5, ...(first.nextToken && { nextToken: first.nextToken }) });
    expect(second.nextToken).toBe(first.nextToken);
    expect(second.events).toHaveLength(5);
  });

  test("its token has expired", async () => {
    await open({ calls: [{ kind: "expired-page-token" }] }, { emptyPages: 0 });
    const { nextToken = "" } = await filter({ limit: 5 });
    expect(await nameOf(filter({ limit: 5, nextToken }))).toBe("InvalidParameterException");
  });

  test("its records stand there twice, or in another order", async () => {
    await open({}, { emptyPages: 0 });
    const whole = (await filter({ limit: 40 })).events?.map(({ eventId = "" }) => eventId) ?? [];
    await sandbox.close();
    await open({ calls: [{ kind: "twice" }] }, { emptyPages: 0 });
    const twice = (await filter({ limit: 40 })).events?.map(({ eventId }) => eventId);
    expect(twice).toEqual(whole.flatMap((id) => [id, id]));
    await sandbox.close();
    await open({ calls: [{ kind: "shuffled" }] }, { emptyPages: 0 });
    const shuffled = (await filter({ limit: 40 })).events?.map(({ eventId = "" }) => eventId) ?? [];
    expect(shuffled).not.toEqual(whole);
    expect(shuffled.toSorted()).toEqual(whole.toSorted());
  });
});

describe("how the account stands", () => {
  test("a Region that is not enabled, and a cluster without a log group", async () => {
    await open({}, { disabledRegions: ["ap-east-1"], absentLogGroups: ["prod"] });
    const trail = new CloudTrailClient(settings("ap-east-1"));
    expect(await nameOf(trail.send(new LookupEventsCommand({})))).toBe("UnrecognizedClientException");
    expect(await nameOf(filter())).toBe("ResourceNotFoundException");
  });

  test("others use their share of every quota", async () => {
    await open({ othersUse: 0.6 });
    const groups = () => new CloudWatchLogsClient(settings()).send(new DescribeLogGroupsCommand({}));
    const answered = async (calls: number) => {
      const names: string[] = [];
      for (let n = 0; n < calls; n++) names.push(await nameOf(groups()));
      return names.filter((name) => name === "").length;
    };
    expect(await answered(10)).toBe(4);
    nowMs += 500;
    expect(await answered(10)).toBe(2);
  });
});
