import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, traceIdentity } from "@/lib/testing/told-chain";
import { hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";
import type { HopEvent } from "./hop-event";

const INSTANCE = "i-0123456789abcdef0";
const SESSION = roleIdentity("R", "s", { key: "ASIAR" });
const EKS_ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";
const GITHUB = "token.actions.githubusercontent.com";

const byToken = (subject: string, issuer: string) => {
  const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
  return hopEvent({
    id: "e1",
    event: "sts.amazonaws.com/AssumeRoleWithWebIdentity",
    at: AT,
    identity: { type: "WebIdentityUser", userName: subject, identityProvider: provider },
    response: { ...roleIssued("R", "s", "ASIAR"), subjectFromWebIdentityToken: subject, provider },
  });
};
const byService = (invokedBy: string, session: string, tags: readonly object[] = []) =>
  assumeRole(
    "e1",
    { type: "AWSService", invokedBy },
    { role: "R", session, key: "ASIAR" },
    { requestParameters: { roleSessionName: session, ...(tags.length > 0 && { tags }) } },
  );

/** `instance i-… (claimed)` for each. */
async function factsOf(identity: Readonly<Record<string, unknown>>, events: readonly HopEvent[]) {
  const { facts } = await traceIdentity(identity, events);
  return facts.map(({ fact, value, isClaimed }) => `${fact} ${value}${isClaimed ? " (claimed)" : ""}`);
}

describe("what is known of an origin besides its name", () => {
  it("is the service account and the cluster's issuer, for IRSA", async () => {
    const event = byToken("system:serviceaccount:argocd:controller", EKS_ISSUER);
    expect(await factsOf(SESSION, [event])).toEqual([
      "namespace argocd",
      "serviceAccount controller",
      `provider ${EKS_ISSUER}`,
    ]);
  });

  it("is cluster, namespace, service account and pod, by the tags of EKS Pod Identity", async () => {
    const tags = [
      { key: "eks-cluster-name", value: "prod" },
      { key: "kubernetes-namespace", value: "velero" },
      { key: "kubernetes-service-account", value: "backup" },
      { key: "kubernetes-pod-name", value: "velero-7c9f" },
    ];
    const known = ["cluster prod", "namespace velero", "serviceAccount backup", "pod velero-7c9f"];
    const eks = "pods.eks.amazonaws.com";
    expect(await factsOf(SESSION, [byService(eks, "s", tags)])).toEqual([...known, `service ${eks}`]);
    const byAlice = assumeRole(
      "e1",
      ALICE,
      { role: "R", session: "s", key: "ASIAR" },
      { requestParameters: { roleSessionName: "s", tags } },
    );
    expect(await factsOf(SESSION, [byAlice])).toEqual(["account 111122223333"]);
  });

  it("is repository and branch of a CI system's run", async () => {
    expect(await factsOf(SESSION, [byToken("repo:example/shop:ref:refs/heads/main", GITHUB)])).toEqual([
      "repository example/shop",
      "ref refs/heads/main",
      `provider ${GITHUB}`,
    ]);
  });

  it("is the instance with its role, where EC2 took the role or the metadata service gave out the keys", async () => {
    const known = [`instance ${INSTANCE}`, "role R", "account 111122223333"];
    const session = roleIdentity("R", INSTANCE, { key: "ASIAR" });
    expect(await factsOf(session, [byService("ec2.amazonaws.com", INSTANCE)])).toEqual([
      ...known.slice(0, 2),
      "service ec2.amazonaws.com",
      ...known.slice(2),
    ]);
    const context = { ...session.sessionContext, ec2RoleDelivery: "2.0" };
    expect(await factsOf({ ...session, sessionContext: context }, [])).toEqual(known);
  });

  it("takes an instance that only a session is named after for a claim", async () => {
    expect(await factsOf(roleIdentity("R", INSTANCE, { key: "ASIAR" }), [])).toEqual([
      `instance ${INSTANCE} (claimed)`,
      "role R",
      "account 111122223333",
    ]);
  });

  it("is the service, for AWS", async () => {
    expect(await factsOf(SESSION, [byService("config.amazonaws.com", "s")])).toEqual([
      "service config.amazonaws.com",
    ]);
  });

  it("is the account, for an IAM user and for root", async () => {
    expect(await factsOf(ALICE, [])).toEqual(["account 111122223333"]);
    const root = { type: "Root", principalId: "111122223333", accountId: "111122223333" };
    expect(await factsOf({ ...root, accessKeyId: "AKIAROOT" }, [])).toEqual(["account 111122223333"]);
  });

  it("is nothing where nothing leads to an origin", async () => {
    expect(await factsOf(SESSION, [])).toEqual([]);
  });

  it("is read of no subject that only looks like a service account's", async () => {
    const event = byToken("system:serviceaccount:argocd:controller:more", EKS_ISSUER);
    expect(await factsOf(SESSION, [event])).toEqual([`provider ${EKS_ISSUER}`]);
  });
});
