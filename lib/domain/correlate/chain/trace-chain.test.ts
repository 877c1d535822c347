import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, toldChain, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";

const EC2 = { type: "AWSService", invokedBy: "ec2.amazonaws.com" };

describe("traceChain", () => {
  it("leads from key to key, through roles that take roles, to the user", async () => {
    const first = assumeRole("e1", ALICE, { role: "Dev", session: "EKSGetTokenAuth", key: "ASIADEV" });
    const second = assumeRole("e2", roleIdentity("Dev", "EKSGetTokenAuth", { key: "ASIADEV", created: AT }), {
      role: "Ops",
      session: "x",
      key: "ASIAOPS",
    });
    expect(
      await toldChain(roleIdentity("Ops", "x", { key: "ASIAOPS", created: AT }), [second, first]),
    ).toEqual(["assume-role e1 keyed", "assume-role e2 keyed", "person alice keyed (origin)"]);
  });

  it("needs no hop for a user's long-lived key, and none is asked for", async () => {
    const asked: string[] = [];
    const chain = await traceIdentity(ALICE, [], (address) => asked.push(address));
    expect(chain).toMatchObject({
      hops: [],
      end: "origin",
      origin: { kind: "person", name: "alice", nameFrom: "iam-user" },
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ["ec2.amazonaws.com", "i-0123456789abcdef0", "node"],
    ["lambda.amazonaws.com", "deployer", "workload"],
    ["codebuild.amazonaws.com", "AWSCodeBuild-1", "ci"],
  ])("names what %s took a role for", async (invokedBy, session, kind) => {
    const event = assumeRole("e1", { ...EC2, invokedBy }, { role: "Role", session, key: "ASIAROLE" });
    expect(await toldChain(roleIdentity("Role", session, { key: "ASIAROLE" }), [event])).toEqual([
      "assume-role e1 keyed",
      `${kind} ${session} keyed (origin)`,
    ]);
  });

  it("names a service that took a role for itself", async () => {
    const event = assumeRole(
      "e1",
      { ...EC2, invokedBy: "eks.amazonaws.com" },
      { role: "Role", session: "s", key: "ASIAROLE" },
    );
    expect(await toldChain(roleIdentity("Role", "s", { key: "ASIAROLE" }), [event])).toContain(
      "aws eks.amazonaws.com keyed (origin)",
    );
  });

  it("believes an instance's session name only where the metadata service gave it out", async () => {
    const session = "i-0123456789abcdef0";
    const plain = roleIdentity("Node", session, { key: "ASIANODE" });
    const delivered = { ...plain, sessionContext: { ...plain.sessionContext, ec2RoleDelivery: "2.0" } };
    expect(await toldChain(plain, [])).toEqual([`node ${session} claimed (issuer-missing)`]);
    expect(await toldChain(delivered, [])).toEqual([`node ${session} observed (issuer-missing)`]);
  });

  it("takes both records of a call across accounts as one, and follows the caller's", async () => {
    const to = { role: "Abroad", session: "s", key: "ASIAABROAD", account: "444455556666" };
    const shared = { sharedEventID: "shared-1" };
    const own = assumeRole("own", ALICE, to, shared);
    const abroad = assumeRole(
      "abroad",
      { type: "AWSAccount", principalId: "AIDAALICE", accountId: ACCOUNT },
      to,
      { ...shared, recipientAccountId: "444455556666" },
    );
    const session = roleIdentity("Abroad", "s", { key: "ASIAABROAD", account: "444455556666" });
    expect(await toldChain(session, [abroad, own])).toEqual([
      "assume-role own keyed",
      "person alice keyed (origin)",
    ]);
    expect((await traceIdentity(session, [abroad, own])).hops[0]?.twins).toEqual(["abroad"]);
    expect(await toldChain(session, [abroad])).toEqual([
      "assume-role abroad keyed",
      "unknown s claimed (callers-account-unread)",
    ]);
  });

  it.each([
    ["oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE", "system:serviceaccount:argocd:server", "workload"],
    ["token.actions.githubusercontent.com", "repo:example/shop:ref:refs/heads/main", "ci"],
    ["accounts.google.com", "1234567890", "unknown"],
    ["cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE", "0a1b", "person"],
    ["gitlab.example.com", "project_path:example/shop:ref_type:branch:ref:main", "ci"],
    ["idp.example.com", "somebody", "unknown"],
  ])("names the subject of a token of %s", async (issuer, subject, kind) => {
    const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}`;
    const event = hopEvent({
      id: "e1",
      event: "sts.amazonaws.com/AssumeRoleWithWebIdentity",
      at: AT,
      identity: {
        type: "WebIdentityUser",
        principalId: `${provider}:sts.amazonaws.com:${subject}`,
        userName: subject,
        identityProvider: provider,
      },
      response: {
        ...roleIssued("App", "botocore-session-1", "ASIAAPP"),
        subjectFromWebIdentityToken: subject,
        provider,
      },
    });
    expect(await toldChain(roleIdentity("App", "botocore-session-1", { key: "ASIAAPP" }), [event])).toEqual([
      "assume-role-with-web-identity e1 keyed",
      `${kind} ${subject} keyed (origin)`,
    ]);
  });

  it("pairs the two events of EKS Pod Identity, and names the service account", async () => {
    const tags = {
      "eks-cluster-name": "prod",
      "kubernetes-namespace": "velero",
      "kubernetes-service-account": "backup",
      "kubernetes-pod-name": "backup-1",
    };
    const taken = hopEvent({
      id: "role",
      event: "sts.amazonaws.com/AssumeRole",
      at: AT,
      identity: { type: "AWSService", invokedBy: "pods.eks.amazonaws.com" },
      request: { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) },
      response: roleIssued("Backup", "eks-prod-backup-1-x", "ASIAPOD"),
    });
    const agent = hopEvent({
      id: "agent",
      event: "eks-auth.amazonaws.com/AssumeRoleForPodIdentity",
      at: AT,
      identity: roleIdentity("Node", "i-0123456789abcdef0", { key: "ASIANODE" }),
      request: { clusterName: "prod", token: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    });
    expect(
      await toldChain(roleIdentity("Backup", "eks-prod-backup-1-x", { key: "ASIAPOD" }), [agent, taken]),
    ).toEqual([
      "pod-identity agent timed",
      "assume-role role keyed",
      "workload system:serviceaccount:velero:backup keyed (origin)",
    ]);
  });

  it.each([
    [
      "sts.amazonaws.com/GetFederationToken",
      "get-federation-token",
      {
        federatedUser: {
          arn: `arn:aws:sts::${ACCOUNT}:federated-user/guest`,
          federatedUserId: `${ACCOUNT}:guest`,
        },
      },
      {
        type: "FederatedUser",
        principalId: `${ACCOUNT}:guest`,
        arn: `arn:aws:sts::${ACCOUNT}:federated-user/guest`,
        accountId: ACCOUNT,
        accessKeyId: "ASIATMP",
      },
    ],
    ["sts.amazonaws.com/GetSessionToken", "get-session-token", {}, { ...ALICE, accessKeyId: "ASIATMP" }],
    [
      "sts.amazonaws.com/AssumeRoot",
      "assume-root",
      {},
      {
        type: "Root",
        principalId: "444455556666",
        arn: "arn:aws:iam::444455556666:root",
        accountId: "444455556666",
        accessKeyId: "ASIATMP",
      },
    ],
  ])(
    "leads from credentials of %s to the user who asked for them",
    async (event, kind, response, identity) => {
      const issued = hopEvent({
        id: "e1",
        event,
        at: AT,
        identity: ALICE,
        response: { credentials: { accessKeyId: "ASIATMP" }, ...response },
      });
      const [hop, origin] = await toldChain(identity, [issued]);
      expect(hop).toBe(`${kind} e1 keyed`);
      expect(origin).toMatch(/^person alice (keyed|observed) \(origin\)$/);
    },
  );
});
