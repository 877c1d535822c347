import {
  CloudWatchLogsClient,
  type FilteredLogEvent,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../start-sandbox";
import type { Knobs } from "../cloud";
import { SANDBOX_KEY } from "../principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 18, 12);
const PROD = { logGroupName: "/aws/eks/prod/cluster" };
const RANGE = { startTime: NOON - 60 * HOUR, endTime: NOON - HOUR };

let sandbox: Sandbox;
let client: CloudWatchLogsClient;
let nowMs: number;

beforeEach(() => open({}));
afterEach(() => sandbox.close());

async function open(knobs: Knobs): Promise<void> {
  nowMs = NOON;
  await sandbox?.close();
  sandbox = await startSandbox({ now: () => nowMs, sleep: async () => {}, knobs });
  const settings = { endpoint: sandbox.url, region: "eu-west-1", credentials: SANDBOX_KEY, maxAttempts: 1 };
  client = new CloudWatchLogsClient(settings);
}

function ask(input: FilterLogEventsCommandInput) {
  nowMs += 1000;
  return client.send(new FilterLogEventsCommand(input));
}

async function readAll(input: FilterLogEventsCommandInput) {
  const pages: FilteredLogEvent[][] = [];
  let nextToken: string | undefined;
  do {
    const page = await ask({ ...input, ...(nextToken && { nextToken }) });
    pages.push(page.events ?? []);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return { pages, ids: pages.flat().map((event) => event.eventId) };
}

function expected(): string[] {
  const range = { from: RANGE.startTime, to: RANGE.endTime };
  const lines = sandbox.world.lines("prod", range, NOON);
  return lines.filter((line) => line.stream.startsWith("authenticator-")).map((line) => line.eventId);
}

describe("pages", () => {
  const wanted = { ...PROD, ...RANGE, logStreamNamePrefix: "authenticator-" };

  test("every event once, oldest first by default, whatever the page size and the empty pages", async () => {
    const { pages, ids } = await readAll({ ...wanted, limit: 29 });
    expect(ids).toEqual(expected());
    expect(ids.length).toBeGreaterThan(500);
    expect(pages.some((page) => page.length === 0)).toBe(true);
    await open({ emptyPages: 1 });
    const often = await readAll({ ...wanted, limit: 400 });
    expect(often.ids).toEqual(ids);
    expect(often.pages[0]).toEqual([]);
  });

  test("newest first is the exact reverse", async () => {
    const { ids } = await readAll({ ...wanted, startFromHead: false, limit: 97 });
    expect(ids).toEqual(expected().reverse());
  });

  test("hold 1 MB at most", async () => {
    const { pages } = await readAll({ ...PROD, startTime: NOON - 14 * 24 * HOUR });
    expect(pages.filter((page) => page.length > 0).length).toBeGreaterThan(1);
    for (const page of pages) {
      const bytes = page.reduce((sum, event) => sum + Buffer.byteLength(event.message ?? ""), 0);
      expect(bytes).toBeLessThanOrEqual(1_048_576);
      expect(page.length).toBeLessThanOrEqual(10_000);
    }
  });

  test("both ends of the range belong to it", async () => {
    const { ids } = await readAll(wanted);
    const lines = sandbox.world.lines("prod", { from: RANGE.startTime, to: RANGE.endTime }, NOON);
    const one = lines.find((line) => line.eventId === ids[300]);
    const at = await readAll({ ...wanted, startTime: one?.timeMs ?? 0, endTime: one?.timeMs ?? 0 });
    expect(at.ids).toContain(one?.eventId);
  });

  test("without the prefix the API servers' streams come too", async () => {
    const { ids } = await readAll({ ...PROD, ...RANGE });
    expect(ids.length).toBeGreaterThan(expected().length);
    const audit = await ask({ ...PROD, ...RANGE, logStreamNamePrefix: "kube-apiserver-audit-", limit: 5 });
    expect(audit.events?.every((event) => event.logStreamName?.startsWith("kube-apiserver-audit-"))).toBe(
      true,
    );
  });

  test("plain filter terms must all occur", async () => {
    const { pages } = await readAll({ ...wanted, filterPattern: '"access denied" bob' });
    expect(pages.flat()).toEqual([]);
    const denied = await readAll({
      ...wanted,
      filterPattern: '"access denied" AWSReservedSSO_Developer_a81d0e5c3b947f26',
    });
    expect(denied.ids.length).toBeGreaterThan(0);
  });
});

describe("time", () => {
  test("shows a line some seconds after it was written, and not before", async () => {
    const lines = sandbox.world.lines("prod", { from: NOON, to: NOON + HOUR }, NOON + 2 * HOUR);
    const line = lines[5];
    if (line === undefined) throw new Error("nothing happens in this hour");
    expect(line.ingestedMs).toBeGreaterThan(line.timeMs);
    const at = { ...PROD, startTime: line.timeMs, endTime: line.timeMs };
    nowMs = line.ingestedMs - 1001;
    expect((await readAll(at)).ids).not.toContain(line.eventId);
    nowMs = line.ingestedMs;
    expect((await readAll(at)).ids).toContain(line.eventId);
  });

  test("keeps two weeks", async () => {
    const { pages } = await readAll({
      ...PROD,
      startTime: NOON - 30 * 24 * HOUR,
      endTime: NOON - 13 * 24 * HOUR,
    });
    const times = pages.flat().map((event) => event.timestamp ?? 0);
    expect(times.length).toBeGreaterThan(100);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(NOON - 14 * 24 * HOUR);
  });

  test("ten requests a second, by the given clock; then ThrottlingException with HTTP 400", async () => {
    for (let turn = 0; turn < 10; turn++)
      await client.send(new FilterLogEventsCommand({ ...PROD, limit: 1 }));
    const refused = client.send(new FilterLogEventsCommand({ ...PROD, limit: 1 }));
    await expect(refused).rejects.toMatchObject({
      name: "ThrottlingException",
      $metadata: { httpStatusCode: 400 },
    });
    nowMs += 100;
    await expect(client.send(new FilterLogEventsCommand({ ...PROD, limit: 1 }))).resolves.toBeDefined();
  });
});

describe("refusals", () => {
  const refused: [string, FilterLogEventsCommandInput, string][] = [
    ["an unknown group", { logGroupName: "/aws/eks/none/cluster" }, "ResourceNotFoundException"],
    [
      "name and identifier",
      { ...PROD, logGroupIdentifier: "/aws/eks/prod/cluster" },
      "InvalidParameterException",
    ],
    [
      "names and prefix",
      { ...PROD, logStreamNames: ["a"], logStreamNamePrefix: "a" },
      "InvalidParameterException",
    ],
    [
      "newest first before 2024",
      { ...PROD, startFromHead: false, startTime: Date.UTC(2023, 11, 31) },
      "InvalidParameterException",
    ],
    ["newest first without a start", { ...PROD, startFromHead: false }, "InvalidParameterException"],
    ["a limit of 10,001", { ...PROD, limit: 10_001 }, "InvalidParameterException"],
    ["a broken token", { ...PROD, nextToken: "broken" }, "InvalidParameterException"],
    ["a JSON pattern", { ...PROD, filterPattern: "{ $.verb IS TRUE }" }, "InvalidParameterException"],
    ["an end before the start", { ...PROD, startTime: 2, endTime: 1 }, "InvalidParameterException"],
  ];
  test.each(refused)("%s", async (_, input, name) => {
    await expect(ask(input)).rejects.toMatchObject({ name });
  });

  test("a token with other parameters, and one of yesterday", async () => {
    const { nextToken } = await ask({ ...PROD, ...RANGE, limit: 5 });
    await expect(ask({ ...PROD, ...RANGE, limit: 6, nextToken })).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
    await expect(ask({ ...PROD, ...RANGE, limit: 5, nextToken })).resolves.toBeDefined();
    nowMs += 25 * HOUR;
    await expect(ask({ ...PROD, ...RANGE, limit: 5, nextToken })).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
  });

  test("a missing permission, in IAM's words, for the one group only", async () => {
    await open({ denied: ["logs:FilterLogEvents /aws/eks/prod/"] });
    await expect(ask(PROD)).rejects.toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringContaining(
        "User: arn:aws:iam::111122223333:user/gatebook is not authorized to perform: logs:FilterLogEvents on resource: arn:aws:logs:eu-west-1:111122223333:log-group:/aws/eks/prod/cluster:log-stream:",
      ),
    });
    await expect(ask({ logGroupName: "/aws/eks/staging/cluster" })).resolves.toBeDefined();
  });

  test("an authenticator that stopped writes nothing from then on, and its other logs go on", async () => {
    const stopMs = NOON - 30 * HOUR;
    await open({ logStopped: { prod: stopMs } });
    const events = (await readAll({ ...PROD, ...RANGE })).pages.flat();
    const newestOf = (own: boolean) =>
      events
        .filter(({ logStreamName = "" }) => logStreamName.startsWith("authenticator-") === own)
        .reduce((newest, { timestamp = 0 }) => Math.max(newest, timestamp), 0);
    expect(newestOf(true)).toBeGreaterThan(stopMs - HOUR);
    expect(newestOf(true)).toBeLessThan(stopMs);
    expect(newestOf(false)).toBeGreaterThan(stopMs);
  });

  test("the class INFREQUENT_ACCESS, and a log type that is off", async () => {
    await open({ infrequentAccess: ["prod"], logTypeOff: ["staging"] });
    await expect(ask(PROD)).rejects.toMatchObject({
      name: "InvalidOperationException",
      message: expect.stringContaining("is of log-group-class INFREQUENT_ACCESS"),
    });
    const staging = { logGroupName: "/aws/eks/staging/cluster", logStreamNamePrefix: "authenticator-" };
    expect((await readAll(staging)).ids).toEqual([]);
  });
});
