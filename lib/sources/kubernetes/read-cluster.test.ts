import { EKSClient } from "@aws-sdk/client-eks";
import { afterEach, describe, expect, it } from "vitest";
import { readConfigMap } from "@/lib/domain/parse/aws-auth/read-config-map";
import { readRbac } from "@/lib/domain/parse/rbac/read-rbac";
import { SourceError } from "@/lib/ports/event-source";
import { makeLoopbackCertificate } from "@/lib/sandbox/wire/kubernetes/certificates";
import { SANDBOX_KEY } from "@/lib/sandbox/wire/principals";
import { type Sandbox, type SandboxOptions, startSandbox } from "@/lib/sandbox/start-sandbox";
import { describeCluster } from "../eks/list-clusters";
import type { KubernetesAccess } from "./ask-kubernetes";
import { readAwsAuthObject } from "./read-aws-auth";
import { readRbacObjects } from "./read-rbac-objects";
import { signClusterToken } from "./sign-cluster-token";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
const REGION = "eu-west-1";
const { signal } = new AbortController();
const budget = { send: <T>(ask: () => Promise<T>) => ask(), isSlowed: () => false };

let sandbox: Sandbox;
afterEach(() => sandbox.close());

interface Change {
  readonly options?: Partial<SandboxOptions>;
  readonly token?: Partial<Parameters<typeof signClusterToken>[1]>;
  readonly key?: { readonly secretAccessKey: string };
  readonly access?: Partial<KubernetesAccess>;
}

/** The way to devCluster's API server, with a token that may be off. */
async function open({ options, token: of, key, access }: Change = {}): Promise<KubernetesAccess> {
  sandbox = await startSandbox({ now: () => NOON, sleep: async () => {}, ...options });
  const credentials = { ...SANDBOX_KEY };
  const client = new EKSClient({ endpoint: sandbox.url, region: REGION, credentials, maxAttempts: 1 });
  const { apiServer } = await describeCluster({ client, region: REGION, budget }, "devCluster", signal);
  if (apiServer === null) throw new Error("no API server");
  const signed = { cluster: "devCluster", region: REGION, nowMs: NOON, ...of };
  const token = () => signClusterToken({ ...SANDBOX_KEY, ...key }, signed);
  return { ...apiServer, cluster: "devCluster", region: REGION, token, ...access };
}

const problemOf = async (reading: Promise<unknown>) => {
  const error: unknown = await reading.then(
    () => null,
    (cause) => cause,
  );
  if (!(error instanceof SourceError)) throw error;
  return error.problem;
};

describe("a cluster's own API", () => {
  it("gives aws-auth, roles and bindings to whom it lets in", async () => {
    const access = await open();
    const text = await readAwsAuthObject(access, signal);
    const { awsAuth, problems } = readConfigMap(text ?? "");
    expect(problems).toEqual([]);
    expect(awsAuth.entries.map(({ arn }) => arn)).toContain("arn:aws:iam::111122223333:user/gatebook");
    const { rejects } = readRbac(await readRbacObjects(access, signal));
    expect(rejects).toEqual([]);
  });

  it("refuses a token of another cluster, of another key, and one that is too old", async () => {
    for (const change of [
      { token: { cluster: "prod" } },
      { key: { secretAccessKey: "not/the/secret" } },
      { token: { nowMs: NOON - 16 * 60_000 } },
    ]) {
      const problem = await problemOf(readAwsAuthObject(await open(change), signal));
      expect(problem.code).toBe("forbidden");
      expect(problem.message).toContain("does not know the identity");
      await sandbox.close();
    }
    await open();
  });

  it("says what to allow where it lets in and gives no rights", async () => {
    const access = await open({ options: { knobs: { noKubernetesRights: ["devCluster"] } } });
    expect(await problemOf(readAwsAuthObject(access, signal))).toMatchObject({
      code: "forbidden",
      permission: "get configmaps/aws-auth in kube-system",
      command: "kubectl get configmap aws-auth -n kube-system -o yaml",
    });
    expect((await problemOf(readRbacObjects(access, signal))).message).toContain("clusterroles");
  });

  it("names the command to run elsewhere where the endpoint is private", async () => {
    const access = await open({ options: { knobs: { privateEndpoints: ["devCluster"] } } });
    const problem = await problemOf(readAwsAuthObject(access, signal));
    expect(problem).toMatchObject({ code: "unreachable", permission: null });
    expect(problem.remedy).toContain("private");
  });

  it("is not believed with a certificate that another one signed", async () => {
    const { authority } = makeLoopbackCertificate();
    const access = await open({ access: { authority } });
    expect((await problemOf(readAwsAuthObject(access, signal))).code).toBe("malformed");
  });

  it("is asked by https alone", async () => {
    const access = await open({ access: { endpoint: "http://127.0.0.1:1" } });
    expect((await problemOf(readAwsAuthObject(access, signal))).message).toContain("no https address");
  });
});
