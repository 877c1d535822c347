import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  type LogStream,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../start-sandbox";
import { SANDBOX_KEY } from "../principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
const group = { logGroupName: "/aws/eks/prod/cluster" };
let sandbox: Sandbox;
let client: CloudWatchLogsClient;

beforeAll(async () => {
  let nowMs = NOON;
  sandbox = await startSandbox({
    now: () => (nowMs += 40),
    sleep: async () => {},
    knobs: { infrequentAccess: ["staging"] },
  });
  client = new CloudWatchLogsClient({
    endpoint: sandbox.url,
    region: "eu-west-1",
    credentials: SANDBOX_KEY,
    maxAttempts: 1,
  });
});
afterAll(() => sandbox.close());

test("log groups page by name and tell class, retention and both ARNs", async () => {
  const first = await client.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: "/aws/eks/", limit: 2 }),
  );
  const { nextToken } = first;
  const second = await client.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: "/aws/eks/", limit: 2, nextToken }),
  );
  const groups = [...(first.logGroups ?? []), ...(second.logGroups ?? [])];
  expect(groups.map((one) => [one.logGroupName, one.logGroupClass])).toEqual([
    ["/aws/eks/devCluster/cluster", "STANDARD"],
    ["/aws/eks/prod/cluster", "STANDARD"],
    ["/aws/eks/staging/cluster", "INFREQUENT_ACCESS"],
  ]);
  expect(second.nextToken).toBeUndefined();
  expect(groups[1]).toMatchObject({
    arn: "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/eks/prod/cluster:*",
    logGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/eks/prod/cluster",
    retentionInDays: 14,
  });
});

test("streams rotate: several control-plane instances at once, new ones every few days, three kinds each", async () => {
  const streams: LogStream[] = [];
  let nextToken: string | undefined;
  do {
    const input = { ...group, limit: 20, ...(nextToken && { nextToken }) };
    const page = await client.send(new DescribeLogStreamsCommand(input));
    streams.push(...(page.logStreams ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  const names = streams.map((stream) => stream.logStreamName ?? "");
  expect(names).toEqual([...new Set(names)].sort());
  const authenticators = names.filter((name) => /^authenticator-[0-9a-f]{32}$/.test(name));
  expect(authenticators.length).toBeGreaterThanOrEqual(12);
  for (const name of authenticators)
    expect(names).toContain(name.replace("authenticator", "kube-apiserver-audit"));
});

test("the last stream by time is a living one", async () => {
  const input = { ...group, orderBy: "LastEventTime", descending: true, limit: 1 } as const;
  const [latest] = (await client.send(new DescribeLogStreamsCommand(input))).logStreams ?? [];
  expect(NOON - (latest?.lastEventTimestamp ?? 0)).toBeLessThan(3_600_000);
});

test("refuses what AWS refuses", async () => {
  const both = { ...group, orderBy: "LastEventTime", logStreamNamePrefix: "authenticator-" } as const;
  await expect(client.send(new DescribeLogStreamsCommand(both))).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
  const none = new DescribeLogStreamsCommand({ logGroupName: "/none" });
  await expect(client.send(none)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  const many = new DescribeLogGroupsCommand({ limit: 51 });
  await expect(client.send(many)).rejects.toMatchObject({ name: "InvalidParameterException" });
});
