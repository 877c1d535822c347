import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, toldChain } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";
import type { Caller } from "../attempt";
import { classifyCaller } from "../caller-class";
import { originOfAttempt } from "./attempt-origin";
import type { Origin } from "./chain";

function callerAs(role: string): Caller {
  const canonicalArn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  return {
    arn: null,
    canonicalArn,
    accountId: ACCOUNT,
    uniqueId: "AROAX",
    sessionName: "s",
    accessKeyId: null,
  };
}
const asEks = { username: "eks:addon-manager", groups: ["system:masters"], uid: "" };
const MALLORY: Origin = {
  kind: "person",
  name: "mallory",
  nameFrom: "iam-user",
  confidence: "keyed",
  userId: null,
};

describe("names of EKS's own that somebody gave his role", () => {
  const imitated = callerAs("AWSWesleyClusterManagerLambda-mine");

  it("prove nothing where the account's own trail recorded the call", () => {
    expect(classifyCaller(imitated, asEks)).toBe("aws");
    expect(classifyCaller(imitated, asEks, true)).toBe("unknown");
    expect(classifyCaller(imitated, null, true)).toBe("unknown");
  });

  it("count for less than a chain that leads to somebody", () => {
    const lines = { class: "aws", kubernetes: asEks, caller: imitated } as const;
    expect(originOfAttempt(lines, { origin: MALLORY, end: "origin" })).toMatchObject(MALLORY);
    const claimed = { ...MALLORY, confidence: "claimed" } as const;
    expect(originOfAttempt(lines, { origin: claimed, end: "issuer-missing" })).toMatchObject({ kind: "aws" });
    expect(originOfAttempt(lines, null)).toMatchObject({ kind: "aws", name: "eks:addon-manager" });
  });

  it("must be the service-linked role's whole name", () => {
    expect(classifyCaller(callerAs("AWSServiceRoleForAmazonEKS"), asEks, true)).toBe("aws");
    expect(classifyCaller(callerAs("AWSServiceRoleForAmazonEKSx"), asEks)).toBe("unknown");
  });
});

describe("what a chain believes of names", () => {
  it("is no service-linked role by a log line's name, where a person took it", async () => {
    const { sessionContext: _, ...logged } = roleIdentity("AWSServiceRoleForOps", "s", { key: "ASIA4" });
    const taken = assumeRole("e1", ALICE, { role: "AWSServiceRoleForOps", session: "s", key: "ASIA4" });
    expect(await toldChain(logged, [taken])).toEqual(["assume-role e1 keyed", "person alice keyed (origin)"]);
    expect(await toldChain(logged, [])).toEqual([
      expect.stringMatching(/^aws .* claimed \(issuer-missing\)$/),
    ]);
  });

  it.each(["constructor", "__proto__", "toString"])(
    "is no kind for a service called %s",
    async (invokedBy) => {
      const taken = assumeRole(
        "e1",
        { type: "AWSService", invokedBy },
        { role: "Dev", session: "s", key: "ASIA1" },
      );
      expect(await toldChain(roleIdentity("Dev", "s", { key: "ASIA1" }), [taken])).toEqual([
        "assume-role e1 keyed",
        `aws ${invokedBy} keyed (origin)`,
      ]);
    },
  );

  it.each([
    ["gitlab.example.com", "ci"],
    ["login.example.com/realms/gitlab-people", "unknown"],
  ])("is a CI by the provider's host: %s", async (provider, kind) => {
    const event = hopEvent({
      id: "e1",
      event: "sts.amazonaws.com/AssumeRoleWithWebIdentity",
      at: AT,
      identity: {
        type: "WebIdentityUser",
        userName: "someone",
        identityProvider: `arn:aws:iam::${ACCOUNT}:oidc-provider/${provider}`,
      },
      response: roleIssued("Dev", "s", "ASIA1"),
    });
    const [, origin] = await toldChain(roleIdentity("Dev", "s", { key: "ASIA1" }), [event]);
    expect(origin).toMatch(new RegExp(`^${kind} `));
  });

  it("is no pod by the tags that another service set", async () => {
    const tags = ["eks-cluster-name", "kubernetes-namespace", "kubernetes-service-account"].map((key) => ({
      key,
      value: "prod",
    }));
    const taken = assumeRole(
      "e1",
      { type: "AWSService", invokedBy: "lambda.amazonaws.com" },
      { role: "Dev", session: "s", key: "ASIA1" },
      { requestParameters: { roleSessionName: "s", tags } },
    );
    const agent = hopEvent({
      id: "agent",
      event: "eks-auth.amazonaws.com/AssumeRoleForPodIdentity",
      at: AT,
      identity: roleIdentity("node", "i-0123456789abcdef0", { key: "ASIANODE" }),
      more: { requestParameters: { clusterName: "prod" } },
    });
    expect((await toldChain(roleIdentity("Dev", "s", { key: "ASIA1" }), [taken, agent]))[0]).toBe(
      "assume-role e1 keyed",
    );
  });
});
