import {
  CloudTrailClient,
  type Event,
  type LookupAttributeKey,
  LookupEventsCommand,
  type LookupEventsCommandInput,
} from "@aws-sdk/client-cloudtrail";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../start-sandbox";
import type { Knobs } from "../cloud";
import { SANDBOX_KEY } from "../principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 18, 12);
const RANGE = { StartTime: new Date(NOON - 30 * HOUR), EndTime: new Date(NOON - HOUR) };
const TRAIL = { accountId: "111122223333", region: "eu-west-1" };

let sandbox: Sandbox;
let nowMs: number;

beforeEach(() => open({}));
afterEach(() => sandbox.close());

async function open(knobs: Knobs): Promise<void> {
  nowMs = NOON;
  await sandbox?.close();
  sandbox = await startSandbox({ now: () => nowMs, sleep: async () => {}, knobs });
}

function send(input: LookupEventsCommandInput, region = "eu-west-1") {
  const client = new CloudTrailClient({
    endpoint: sandbox.url,
    region,
    credentials: SANDBOX_KEY,
    maxAttempts: 1,
  });
  return client.send(new LookupEventsCommand(input));
}

function ask(input: LookupEventsCommandInput, region?: string) {
  nowMs += 500;
  return send(input, region);
}

function by(AttributeKey: string, AttributeValue: string): LookupEventsCommandInput {
  return {
    ...RANGE,
    LookupAttributes: [{ AttributeKey: AttributeKey as LookupAttributeKey, AttributeValue }],
  };
}

async function readAll(input: LookupEventsCommandInput) {
  const events: Event[] = [];
  let pages = 0;
  let NextToken: string | undefined;
  do {
    const page = await ask({ ...input, ...(NextToken && { NextToken }) });
    events.push(...(page.Events ?? []));
    NextToken = page.NextToken;
    pages++;
  } while (NextToken !== undefined);
  return { events, pages };
}

function expectedIds(): string[] {
  const range = { from: RANGE.StartTime.getTime(), to: RANGE.EndTime.getTime() + 999 };
  return sandbox.world.events(TRAIL, range, NOON).map((event) => event.eventId);
}

describe("pages", () => {
  test("every event once, newest first, 50 at a time, also where pages are empty", async () => {
    const { events, pages } = await readAll(RANGE);
    expect(events.map((event) => event.EventId).sort()).toEqual(expectedIds().sort());
    expect(pages).toBeGreaterThan(events.length / 50);
    const times = events.map((event) => event.EventTime?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    await open({ emptyPages: 1 });
    const again = await readAll(RANGE);
    expect(again.events).toEqual(events);
    expect(again.pages).toBeGreaterThan(pages);
  });

  test("one attribute narrows", async () => {
    const { events } = await readAll(by("EventName", "AssumeRoleWithSAML"));
    expect(events.length).toBeGreaterThan(3);
    expect(events.every((event) => event.EventName === "AssumeRoleWithSAML")).toBe(true);
    expect((await readAll(by("ResourceType", "Other"))).events).toEqual([]);
    const reading = (await readAll(by("ReadOnly", "true"))).events.length;
    const writing = (await readAll(by("ReadOnly", "false"))).events.length;
    expect(writing).toBeGreaterThan(0);
    expect(reading + writing).toBe(expectedIds().length);
  });

  test("the issued key finds who issued it, and what it did", async () => {
    const chained = (await readAll(by("EventName", "AssumeRole"))).events.find(
      (event) => event.Username === "carol@example.com" || event.Username === "alice@example.com",
    );
    const key =
      chained?.Resources?.find((one) => one.ResourceType === "AWS::IAM::AccessKey")?.ResourceName ?? "";
    expect((await readAll(by("ResourceName", key))).events.map((one) => one.EventId)).toEqual([
      chained?.EventId,
    ]);
    const used = (await readAll(by("AccessKeyId", key))).events;
    expect(used.map((event) => event.EventName)).toContain("GetCallerIdentity");
  });

  test("AWS services have no user name and no key", async () => {
    const { events } = await readAll(by("ResourceName", "arn:aws:iam::111122223333:role/prod-node"));
    const service = events.find((event) => event.CloudTrailEvent?.includes('"type":"AWSService"'));
    expect(service).toBeDefined();
    expect(service).not.toHaveProperty("Username");
    expect(service).not.toHaveProperty("AccessKeyId");
  });
});

describe("time", () => {
  test("an event appears two to seven minutes after it happened", async () => {
    const late = sandbox.world.events(TRAIL, { from: NOON, to: NOON + HOUR }, NOON + 2 * HOUR)[3];
    if (late === undefined) throw new Error("nothing happens in this hour");
    const wait = late.deliveredMs - late.timeMs;
    expect(wait).toBeGreaterThanOrEqual(120_000);
    expect(wait).toBeLessThan(420_000);
    const input = { StartTime: new Date(late.timeMs - 1000), EndTime: new Date(late.timeMs + 1000) };
    nowMs = late.deliveredMs - 1000;
    expect((await readAll(input)).events.map((event) => event.EventId)).not.toContain(late.eventId);
    nowMs = late.deliveredMs;
    expect((await readAll(input)).events.map((event) => event.EventId)).toContain(late.eventId);
  });

  test("goes back 90 days", async () => {
    const oldest = {
      StartTime: new Date(NOON - 100 * 24 * HOUR),
      EndTime: new Date(NOON - 89.5 * 24 * HOUR),
    };
    const { events } = await readAll(oldest);
    expect(events.length).toBeGreaterThan(50);
    const first = events.at(-1)?.EventTime?.getTime() ?? 0;
    expect(first).toBeGreaterThan(NOON - 90 * 24 * HOUR - 1000);
  });

  test("two requests a second per Region, by the given clock; then ThrottlingException with HTTP 400", async () => {
    await send({});
    await send({});
    const refused = { name: "ThrottlingException", $metadata: { httpStatusCode: 400 } };
    await expect(send({})).rejects.toMatchObject(refused);
    await expect(send({}, "us-east-1")).resolves.toBeDefined();
    nowMs += 500;
    await expect(send({})).resolves.toBeDefined();
    await expect(send({})).rejects.toMatchObject(refused);
    expect(sandbox.requests().filter((note) => note.error === "ThrottlingException")).toHaveLength(2);
  });

  test("calls to the global endpoint are in us-east-1, and sign-ins to the console", async () => {
    const page = await ask({ MaxResults: 50 }, "us-east-1");
    const records = (page.Events ?? []).map((event) => JSON.parse(event.CloudTrailEvent ?? "{}"));
    const ofSts = records.filter(({ eventSource }) => eventSource === "sts.amazonaws.com");
    expect(ofSts.length).toBeGreaterThan(0);
    expect(records.length).toBeGreaterThan(ofSts.length);
    for (const record of records) expect(record.awsRegion).toBe("us-east-1");
    for (const { additionalEventData } of ofSts)
      expect(additionalEventData.RequestDetails.endpointType).toBe("global");
    for (const { eventSource } of records.filter((record) => !ofSts.includes(record)))
      expect(eventSource).toBe("signin.amazonaws.com");
  });
});

describe("refusals", () => {
  const two = [
    { AttributeKey: "EventName", AttributeValue: "a" },
    { AttributeKey: "Username", AttributeValue: "b" },
  ] as const;
  const refused: [string, LookupEventsCommandInput, string][] = [
    ["two attributes", { LookupAttributes: [...two] }, "InvalidLookupAttributesException"],
    ["ReadOnly=True", by("ReadOnly", "True"), "InvalidLookupAttributesException"],
    ["an unknown key", by("Color", "red"), "InvalidLookupAttributesException"],
    ["a start in the future", { StartTime: new Date(2_100_000_000_000) }, "InvalidTimeRangeException"],
    [
      "an end before the start",
      { StartTime: RANGE.EndTime, EndTime: RANGE.StartTime },
      "InvalidTimeRangeException",
    ],
    ["MaxResults 51", { MaxResults: 51 }, "InvalidMaxResultsException"],
    ["MaxResults 0", { MaxResults: 0 }, "InvalidMaxResultsException"],
    ["a broken token", { NextToken: "broken" }, "InvalidNextTokenException"],
    ["an unknown category", { EventCategory: "data" as "insight" }, "InvalidEventCategoryException"],
  ];
  test.each(refused)("%s", async (_, input, name) => {
    await expect(ask(input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });

  test("a token with other parameters, and one of yesterday", async () => {
    const { NextToken } = await ask(RANGE);
    expect(NextToken).toBeDefined();
    const changed = ask({ ...RANGE, MaxResults: 10, NextToken });
    await expect(changed).rejects.toMatchObject({ name: "InvalidNextTokenException" });
    nowMs += 25 * HOUR;
    await expect(ask({ ...RANGE, NextToken })).rejects.toMatchObject({ name: "InvalidNextTokenException" });
  });

  test("a missing permission, in IAM's words", async () => {
    await open({ denied: ["cloudtrail:LookupEvents"] });
    await expect(ask({})).rejects.toMatchObject({
      name: "AccessDeniedException",
      message:
        "User: arn:aws:iam::111122223333:user/gatebook is not authorized to perform: cloudtrail:LookupEvents because no identity-based policy allows the cloudtrail:LookupEvents action",
    });
  });
});
