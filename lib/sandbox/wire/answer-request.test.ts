import { get, request } from "node:http";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { EKSClient, ListClustersCommand } from "@aws-sdk/client-eks";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../start-sandbox";
import { SANDBOX_KEY } from "./principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
let sandbox: Sandbox;

afterEach(() => sandbox.close());

async function open(options: Partial<SandboxOptions> = {}): Promise<void> {
  sandbox = await startSandbox({ now: () => NOON, sleep: async () => {}, ...options });
}

function settings(region = "eu-west-1") {
  return { endpoint: sandbox.url, region, credentials: { ...SANDBOX_KEY }, maxAttempts: 1 };
}

describe("the wire", () => {
  test("is reached through the environment alone", async () => {
    await open();
    const before = { ...process.env };
    Object.assign(process.env, sandbox.env);
    try {
      const { logGroups } = await new CloudWatchLogsClient({}).send(new DescribeLogGroupsCommand({}));
      expect(logGroups?.map(({ logGroupName }) => logGroupName)).toEqual([
        "/aws/eks/devCluster/cluster",
        "/aws/eks/prod/cluster",
        "/aws/eks/staging/cluster",
        "example-trail-logs",
      ]);
      expect((await new EKSClient({}).send(new ListClustersCommand({}))).clusters).toHaveLength(3);
    } finally {
      for (const name of Object.keys(sandbox.env)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  const scope = `AWS4-HMAC-SHA256 Credential=${SANDBOX_KEY.accessKeyId}/20261118/eu-west-1/logs/aws4_request, SignedHeaders=host, Signature=00`;
  const target = "Logs_20140328.DescribeLogGroups";
  const raw: [string, { authorization?: string; "x-amz-target": string }, string, string][] = [
    ["bad JSON", { authorization: scope, "x-amz-target": target }, "{", "SerializationException"],
    [
      "JSON that is no object",
      { authorization: scope, "x-amz-target": target },
      "[]",
      "SerializationException",
    ],
    [
      "a member of a wrong type",
      { authorization: scope, "x-amz-target": target },
      '{"limit":"x"}',
      "SerializationException",
    ],
    [
      "an unknown action",
      { authorization: scope, "x-amz-target": "Logs_20140328.Erase" },
      "{}",
      "UnknownOperationException",
    ],
    [
      "an inherited name",
      { authorization: scope, "x-amz-target": "Logs_20140328.constructor" },
      "{}",
      "UnknownOperationException",
    ],
    ["no credentials", { "x-amz-target": target }, "{}", "MissingAuthenticationTokenException"],
    [
      "another service's scope",
      { authorization: scope.replace("/logs/", "/sts/"), "x-amz-target": target },
      "{}",
      "InvalidSignatureException",
    ],
    [
      "no Region of AWS",
      { authorization: scope.replace("eu-west-1", "mars-1"), "x-amz-target": target },
      "{}",
      "InvalidSignatureException",
    ],
    [
      "too large a body",
      { authorization: scope, "x-amz-target": target },
      " ".repeat(1_100_000),
      "RequestEntityTooLargeException",
    ],
  ];
  test.each(raw)("refuses %s", async (_, headers, body, name) => {
    await open();
    const { status, text } = await post(headers, body);
    expect(JSON.parse(text)).toMatchObject({ __type: name });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(sandbox.requests().at(-1)?.error).toBe(name);
  });

  test("takes its time by the given clock when asked to", async () => {
    const slept: number[] = [];
    await open({ knobs: { latencyMs: 250 }, sleep: async (ms) => void slept.push(ms) });
    await new EKSClient(settings()).send(new ListClustersCommand({}));
    expect(slept).toEqual([250]);
    expect(sandbox.requests()).toMatchObject([
      { service: "eks", action: "ListClusters", region: "eu-west-1", status: 200 },
    ]);
  });

  test("works nothing out for those who hung up before their turn", async () => {
    const sleepers: (() => void)[] = [];
    const sleep = () => new Promise<void>((resolve) => void sleepers.push(resolve));
    await open({ knobs: { latencyMs: 1 }, sleep });
    const worked = vi.spyOn(sandbox.world, "clustersIn");
    const authorization = scope.replace("/logs/", "/eks/");
    const ask = () => get(`${sandbox.url}/clusters`, { headers: { authorization } });
    const abandoned = Array.from({ length: 40 }, () => ask().on("error", () => {}));
    await vi.waitUntil(() => sleepers.length === 40);
    const answered = new Promise((resolve) => ask().on("response", ({ statusCode }) => resolve(statusCode)));
    await vi.waitUntil(() => sleepers.length === 41);
    for (const one of abandoned) one.destroy();
    for (const wake of sleepers) wake();
    expect(await answered).toBe(200);
    // The first turns may come before the loop has read that they hung up.
    expect(worked.mock.calls.length).toBeLessThan(5);
    const statuses = sandbox.requests().map(({ status }) => status);
    expect(statuses.filter((status) => status === 499)).toHaveLength(41 - worked.mock.calls.length);
    expect(sandbox.requests().filter(({ error }) => error !== null)).toEqual([]);
  });

  function post(headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(sandbox.url, { method: "POST", headers }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on("error", reject).end(body);
    });
  }
});
