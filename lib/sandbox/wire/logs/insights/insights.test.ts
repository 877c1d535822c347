import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  GetQueryResultsCommand,
  StartQueryCommand,
  type StartQueryCommandInput,
  StopQueryCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../../start-sandbox";
import { SANDBOX_KEY } from "../../principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
const GROUP = "/aws/eks/prod/cluster";
const QUERY =
  "fields @timestamp, @message, @logStream, @ingestionTime | filter @logStream like /^authenticator-/ | sort @timestamp desc | limit 10000";
const RANGE = { startTime: NOON / 1000 - 3600, endTime: NOON / 1000 - 60 };

let sandbox: Sandbox;
let client: CloudWatchLogsClient;
let nowMs = NOON;

beforeAll(async () => {
  const knobs = { infrequentAccess: ["staging"] };
  sandbox = await startSandbox({ now: () => nowMs, sleep: async () => {}, knobs });
  const settings = { endpoint: sandbox.url, region: "eu-west-1", credentials: SANDBOX_KEY, maxAttempts: 1 };
  client = new CloudWatchLogsClient(settings);
});
beforeEach(() => {
  nowMs += 60_000;
});
afterAll(() => sandbox.close());

const start = (input: Partial<StartQueryCommandInput> = {}) =>
  client.send(new StartQueryCommand({ logGroupName: GROUP, queryString: QUERY, ...RANGE, ...input }));
const results = (queryId: string | undefined) => client.send(new GetQueryResultsCommand({ queryId }));

/** The rows of a query once it is complete. */
async function rowsOf(input: Partial<StartQueryCommandInput> = {}) {
  const { queryId } = await start(input);
  await results(queryId);
  await results(queryId);
  const { results: rows = [] } = await results(queryId);
  return rows.map((row) => Object.fromEntries(row.map(({ field = "", value = "" }) => [field, value])));
}

describe("Logs Insights", () => {
  test("is scheduled, runs with a part of its rows, and completes with what FilterLogEvents has", async () => {
    const { queryId } = await start();
    const answers = [await results(queryId), await results(queryId), await results(queryId)];
    expect(answers.map(({ status }) => status)).toEqual(["Scheduled", "Running", "Complete"]);
    const rows = await rowsOf();
    expect(answers.map(({ results: found = [] }) => found.length)).toEqual([
      0,
      Math.floor(rows.length / 2),
      rows.length,
    ]);
    expect(answers[2]?.statistics?.recordsMatched).toBe(rows.length);
    expect(answers[2]?.statistics?.bytesScanned).toBeGreaterThan(0);
    const { events = [] } = await client.send(
      new FilterLogEventsCommand({
        logGroupName: GROUP,
        logStreamNamePrefix: "authenticator-",
        startTime: RANGE.startTime * 1000,
        endTime: RANGE.endTime * 1000 + 999,
      }),
    );
    expect(events.length).toBeGreaterThan(20);
    const told = rows.map((row) => [Date.parse(`${row["@timestamp"]}Z`), row["@logStream"], row["@message"]]);
    const known = events.map((event) => [event.timestamp, event.logStreamName, event.message]);
    expect(told.map(String).sort()).toEqual(known.map(String).sort());
    expect(rows.every((row) => row["@ptr"] !== "")).toBe(true);
  });

  test("gives the newest rows up to the limit, both seconds included", async () => {
    const all = await rowsOf();
    const few = await rowsOf({ queryString: QUERY.replace("10000", "3") });
    expect(few.map((row) => row["@timestamp"])).toEqual(all.slice(0, 3).map((row) => row["@timestamp"]));
    const second = Math.floor(Date.parse(`${all[0]?.["@timestamp"]}Z`) / 1000);
    const inSecond = await rowsOf({ startTime: second, endTime: second });
    expect(inSecond.length).toBeGreaterThan(0);
  });

  test("reads groups that FilterLogEvents may not", async () => {
    const staging = "/aws/eks/staging/cluster";
    await expect(client.send(new FilterLogEventsCommand({ logGroupName: staging }))).rejects.toMatchObject({
      name: "InvalidOperationException",
    });
    expect((await rowsOf({ logGroupName: staging })).length).toBeGreaterThan(5);
  });

  test("is stopped once, and no more than a hundred run at once", async () => {
    const { queryId } = await start();
    expect((await client.send(new StopQueryCommand({ queryId }))).success).toBe(true);
    expect((await results(queryId)).status).toBe("Cancelled");
    await expect(client.send(new StopQueryCommand({ queryId }))).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
    const ids: (string | undefined)[] = [];
    for (let n = 0; n < 100; n++) {
      nowMs += 1000;
      ids.push((await start()).queryId);
    }
    await expect(start()).rejects.toMatchObject({ name: "LimitExceededException" });
    for (const id of ids) {
      nowMs += 1000;
      await client.send(new StopQueryCommand({ queryId: id }));
    }
  });

  test.each([
    ["stats count(*) by bin(5m)", "MalformedQueryException"],
    ["fields @message | limit 100001", "MalformedQueryException"],
    ["filter @message like /x/", "MalformedQueryException"],
  ])("refuses %j", async (queryString, name) => {
    await expect(start({ queryString })).rejects.toMatchObject({ name });
  });

  test("refuses a group that is absent, and times the wrong way round", async () => {
    await expect(start({ logGroupName: "/none" })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
    await expect(start({ startTime: 2, endTime: 1 })).rejects.toMatchObject({
      name: "InvalidParameterException",
    });
    await expect(results("no-such-query")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});
