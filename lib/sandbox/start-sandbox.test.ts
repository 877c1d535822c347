import { request } from "node:http";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeClusterCommand, EKSClient, ListClustersCommand } from "@aws-sdk/client-eks";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, describe, expect, test } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "./start-sandbox";
import { SANDBOX_KEY } from "./wire/principals";

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

describe("EKS", () => {
  test("lists clusters in pages and describes them", async () => {
    await open({ knobs: { logTypeOff: ["staging"] } });
    const eks = new EKSClient(settings());
    const first = await eks.send(new ListClustersCommand({ maxResults: 2 }));
    const second = await eks.send(new ListClustersCommand({ maxResults: 2, nextToken: first.nextToken }));
    expect([first.clusters, second.clusters]).toEqual([["devCluster", "prod"], ["staging"]]);
    expect(second.nextToken ?? null).toBeNull();
    const { cluster } = await eks.send(new DescribeClusterCommand({ name: "staging" }));
    expect(cluster).toMatchObject({
      arn: "arn:aws:eks:eu-west-1:111122223333:cluster/staging",
      status: "ACTIVE",
      accessConfig: { authenticationMode: "API" },
    });
    expect(cluster?.createdAt).toEqual(new Date("2024-06-03T13:40:10Z"));
    const off = cluster?.logging?.clusterLogging?.find((setup) => setup.enabled === false);
    expect(off?.types).toContain("authenticator");
  });

  test("names its errors in the header", async () => {
    await open({ knobs: { denied: ["eks:ListClusters"] } });
    const eks = new EKSClient(settings());
    await expect(eks.send(new DescribeClusterCommand({ name: "none" }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "No cluster found for name: none.",
      $metadata: { httpStatusCode: 404 },
    });
    await expect(eks.send(new ListClustersCommand({}))).rejects.toMatchObject({
      name: "AccessDeniedException",
      $metadata: { httpStatusCode: 403 },
    });
    const elsewhere = await new EKSClient(settings("eu-central-1"))
      .send(new DescribeClusterCommand({ name: "prod" }))
      .catch((error) => error.name);
    expect(elsewhere).toBe("ResourceNotFoundException");
  });
});

describe("STS", () => {
  test("tells who calls, and lets him take a role, also of another account", async () => {
    await open();
    const { Account, Arn, UserId } = await new STSClient(settings()).send(new GetCallerIdentityCommand({}));
    expect({ Account, Arn, UserId }).toEqual({
      Account: "111122223333",
      Arn: "arn:aws:iam::111122223333:user/gatebook",
      UserId: "AIDAEXAMPLEGATEBOOK01",
    });
    const taken = { RoleArn: "arn:aws:iam::444455556666:role/audit/reader", RoleSessionName: "gatebook" };
    const { Credentials } = await new STSClient(settings()).send(new AssumeRoleCommand(taken));
    expect(Credentials?.Expiration?.getTime()).toBe(NOON + 3_600_000);
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    const asReader = { ...settings(), credentials };
    const reader = await new STSClient(asReader).send(new GetCallerIdentityCommand({}));
    expect(reader.Arn).toBe("arn:aws:sts::444455556666:assumed-role/reader/gatebook");
    expect((await new EKSClient(asReader).send(new ListClustersCommand({}))).clusters).toEqual([]);
  });

  test("refuses a denied role and an unknown key", async () => {
    await open({ knobs: { denied: ["sts:AssumeRole"] } });
    const taken = { RoleArn: "arn:aws:iam::111122223333:role/reader", RoleSessionName: "gatebook" };
    await expect(new STSClient(settings()).send(new AssumeRoleCommand(taken))).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining("sts:AssumeRole on resource: arn:aws:iam::111122223333:role/reader"),
    });
    const stranger = {
      ...settings(),
      credentials: { accessKeyId: "AKIAEXAMPLESTRANGER1", secretAccessKey: "x" },
    };
    await expect(new STSClient(stranger).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
    await expect(
      new CloudWatchLogsClient(stranger).send(new DescribeLogGroupsCommand({})),
    ).rejects.toMatchObject({
      name: "UnrecognizedClientException",
    });
  });
});

describe("the wire", () => {
  test("is reached through the environment alone", async () => {
    await open();
    const before = { ...process.env };
    Object.assign(process.env, sandbox.env);
    try {
      const { logGroups } = await new CloudWatchLogsClient({}).send(new DescribeLogGroupsCommand({}));
      expect(logGroups).toHaveLength(3);
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
