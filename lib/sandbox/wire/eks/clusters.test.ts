import { DescribeClusterCommand, EKSClient, ListClustersCommand } from "@aws-sdk/client-eks";
import { afterEach, describe, expect, test } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../start-sandbox";
import { SANDBOX_KEY } from "../principals";

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
