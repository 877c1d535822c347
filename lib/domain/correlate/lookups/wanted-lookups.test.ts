import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity } from "@/lib/testing/trail-record";
import type { Attempt, Caller } from "../attempt";
import type { HopEvent } from "../chain/hop-event";
import type { Lookup, LookupPlace } from "./lookup";
import { wantedLookups } from "./wanted-lookups";

const OTHER = "444455556666";
const PLACES: readonly LookupPlace[] = [
  { accountId: ACCOUNT, region: "eu-west-1" },
  { accountId: ACCOUNT, region: "us-east-1" },
  { accountId: OTHER, region: "eu-west-1" },
];
const PORTAL = roleIdentity("AWSReservedSSO_Admin_0123456789abcdef", "alice", {
  key: "ASIAPORTAL",
  created: AT,
  path: "/aws-reserved/sso.amazonaws.com/eu-west-1/",
});

const ROOT = {
  type: "Root",
  accountId: ACCOUNT,
  principalId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:root`,
  accessKeyId: "ASIAROOT",
};

const caller = (more: Partial<Caller> = {}): Caller => ({
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Dev/alice`,
  canonicalArn: `arn:aws:iam::${ACCOUNT}:role/Dev`,
  accountId: ACCOUNT,
  uniqueId: "AROADEV",
  sessionName: "alice",
  accessKeyId: "ASIADEV",
  ...more,
});
const attempt = (more: Partial<Attempt> = {}): Attempt => ({
  id: "a".repeat(32),
  timeMs: Date.parse(AT) + 10_000,
  cluster: "prod",
  decision: "granted",
  class: "person",
  caller: caller(),
  kubernetes: { username: "alice", groups: [], uid: "" },
  error: null,
  stsEndpoint: "sts.eu-west-1.amazonaws.com",
  sts: { eventId: "e", confidence: "keyed", alternatives: [] },
  evidence: [],
  ...more,
});
const told = (lookups: readonly Lookup[]) =>
  lookups.map(({ place, question }) => `${place.accountId} ${place.region} ${question.by} ${question.value}`);
const wanted = async (identity: object, events: readonly HopEvent[] = [], of = attempt()) =>
  told(wantedLookups(of, await traceIdentity({ ...identity }, events), PLACES));

describe("what is looked up for a chain", () => {
  it("is who issued a key, in its account's Regions, once in each", async () => {
    expect(await wanted(roleIdentity("Dev", "alice", { key: "ASIADEV", created: AT }))).toEqual([
      `${ACCOUNT} eu-west-1 issued ASIADEV`,
      `${ACCOUNT} us-east-1 issued ASIADEV`,
    ]);
  });

  it("is asked everywhere where the account is none of those that are read", async () => {
    const foreign = roleIdentity("Dev", "alice", { key: "ASIADEV", created: AT, account: "777788889999" });
    expect((await wanted(foreign)).length).toBe(PLACES.length);
  });

  it("is the use too, where the log is all there is: by its key, else by its session's name", async () => {
    const of = attempt({ sts: null });
    const identity = roleIdentity("Dev", "alice", { key: "ASIADEV" });
    expect(await wanted(identity, [], of)).toContain(`${ACCOUNT} eu-west-1 key-used ASIADEV`);
    const unnamed = attempt({ sts: null, caller: caller({ accessKeyId: null }), stsEndpoint: null });
    expect(told(wantedLookups(unnamed, null, PLACES))).toEqual([
      `${ACCOUNT} eu-west-1 user alice`,
      `${ACCOUNT} us-east-1 user alice`,
    ]);
  });

  it("is nothing where the chain is whole, for EKS's own actors, and where nobody is named", async () => {
    const taken = assumeRole("e1", ALICE, { role: "Dev", session: "alice", key: "ASIADEV" });
    expect(await wanted(roleIdentity("Dev", "alice", { key: "ASIADEV" }), [taken])).toEqual([]);
    expect(await wanted(ALICE)).toEqual([]);
    expect(wantedLookups(attempt({ caller: null }), null, PLACES)).toEqual([]);
  });

  it("goes on with the hop before the one that was found", async () => {
    const middle = roleIdentity("Base", "x", { key: "ASIABASE", created: AT });
    const taken = assumeRole("e1", middle, { role: "Dev", session: "alice", key: "ASIADEV" });
    const asked = await wanted(roleIdentity("Dev", "alice", { key: "ASIADEV", created: AT }), [taken]);
    expect(asked).toContain(`${ACCOUNT} eu-west-1 issued ASIABASE`);
    expect(asked.some((one) => one.includes("ASIADEV"))).toBe(false);
  });

  it("is, for Identity Center, its calls of the very second; not by the key, which is another", async () => {
    const asked = await wanted(PORTAL);
    expect(asked).toContain(`${ACCOUNT} eu-west-1 call AssumeRoleWithSAML`);
    expect(asked.filter((one) => one.startsWith(`${OTHER} eu-west-1`))).toEqual([
      `${OTHER} eu-west-1 service sso.amazonaws.com`,
    ]);
    expect(asked.some((one) => one.includes("ASIAPORTAL"))).toBe(false);
  });

  it("is never what a log printed in place of a key or name", () => {
    const odd = caller({ accessKeyId: "ASIA' OR 1=1", sessionName: "a b;c", arn: null, canonicalArn: null });
    expect(wantedLookups(attempt({ sts: null, caller: odd }), null, PLACES)).toEqual([]);
  });

  it("is one question for what gave a user or root a key of the console, by the second of its creation", async () => {
    const context = { attributes: { creationDate: AT } };
    const user = { ...ALICE, accessKeyId: "ASIATMP", sessionContext: context };
    expect(await wanted(user)).toEqual([
      `${ACCOUNT} eu-west-1 user alice`,
      `${ACCOUNT} us-east-1 user alice`,
    ]);
    const root = { ...ROOT, sessionContext: context };
    expect(await wanted(root)).toEqual([
      `${ACCOUNT} eu-west-1 service signin.amazonaws.com`,
      `${ACCOUNT} us-east-1 service signin.amazonaws.com`,
    ]);
    const assumed = { ...ROOT, sessionContext: { ...context, assumedRoot: "true" } };
    expect((await wanted(assumed))[0]).toBe(`${ACCOUNT} eu-west-1 issued ASIAROOT`);
  });

  it("is the token that `aws login` fetched, where the credentials name its sign-in", async () => {
    const dev = roleIdentity("Dev", "alice", { key: "ASIADEV", created: AT });
    const context = {
      ...dev.sessionContext,
      signInSessionArn: `arn:aws:signin:eu-west-1:${ACCOUNT}:session/1`,
    };
    expect(await wanted({ ...dev, sessionContext: context })).toEqual([
      `${ACCOUNT} eu-west-1 call CreateOAuth2Token`,
      `${ACCOUNT} us-east-1 call CreateOAuth2Token`,
    ]);
  });

  it("asks no place the same twice", async () => {
    const identities = [
      roleIdentity("Dev", "alice", { key: "ASIADEV", created: AT }),
      PORTAL,
      { ...ALICE, accessKeyId: "ASIATMP", sessionContext: { attributes: { creationDate: AT } } },
      ROOT,
    ];
    for (const identity of identities) {
      const asked = await wanted(identity, [], attempt({ sts: null }));
      expect(asked.length).toBeGreaterThan(0);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  it("is the agent's call where the pod's role is all that is seen of it", async () => {
    const tags = {
      "eks-cluster-name": "prod",
      "kubernetes-namespace": "velero",
      "kubernetes-service-account": "backup",
    };
    const pods = hopEvent({
      id: "role",
      event: "sts.amazonaws.com/AssumeRole",
      at: AT,
      identity: { type: "AWSService", invokedBy: "pods.eks.amazonaws.com" },
      request: { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) },
      response: { credentials: { accessKeyId: "ASIAPOD" } },
    });
    const asked = await wanted(roleIdentity("Backup", "eks-prod-x", { key: "ASIAPOD" }), [pods]);
    expect(asked).toEqual([`${ACCOUNT} eu-west-1 call AssumeRoleForPodIdentity`]);
  });
});
