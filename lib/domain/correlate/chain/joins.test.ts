import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, toldChain, traceIdentity } from "@/lib/testing/told-chain";
import { hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";

const SSO = { path: "/aws-reserved/sso.amazonaws.com/eu-west-1/", created: AT };
const PORTAL_ROLE = "AWSReservedSSO_Admin_0123456789abcdef";
const NODE = roleIdentity("Node", "i-0123456789abcdef0", { key: "ASIANODE" });

/** Of a pod's role, and of its agent's call. */
const podRole = hopEvent({
  id: "role",
  event: "sts.amazonaws.com/AssumeRole",
  at: AT,
  identity: { type: "AWSService", invokedBy: "pods.eks.amazonaws.com" },
  request: {
    tags: [
      { key: "eks-cluster-name", value: "prod" },
      { key: "kubernetes-service-account", value: "backup" },
    ],
  },
  response: roleIssued("Backup", "eks-prod-x", "ASIAPOD"),
});
const agent = (id: string, at: string, account?: string) =>
  hopEvent({
    id,
    event: "eks-auth.amazonaws.com/AssumeRoleForPodIdentity",
    at,
    identity: NODE,
    request: { clusterName: "prod" },
    ...(account !== undefined && { account }),
  });
const podHops = async (...agents: ReturnType<typeof agent>[]) =>
  (await traceIdentity(roleIdentity("Backup", "eks-prod-x", { key: "ASIAPOD" }), [podRole, ...agents])).hops
    .filter(({ kind }) => kind === "pod-identity")
    .map(({ eventId }) => eventId);

/** What the portal records of a person who fetches a role's credentials. */
const fetched = (id: string, identity: object) =>
  hopEvent({
    id,
    event: "sso.amazonaws.com/GetRoleCredentials",
    at: AT,
    identity: { accountId: "111122223333", ...identity },
    more: { serviceEventDetails: { role_name: "Admin", account_id: "111122223333" } },
  });

describe("the joins of a chain", () => {
  it("leave out a call of the same principal and second that gave out another key", async () => {
    const session = roleIdentity("Ops", "EKSGetTokenAuth", { key: "ASIAMINE", created: AT });
    const other = assumeRole("e1", ALICE, { role: "Ops", session: "EKSGetTokenAuth", key: "ASIAOTHER" });
    expect(await toldChain(session, [other])).toEqual(["unknown null null (issuer-missing)"]);
  });

  it("take it where the console, which changes keys, was signed in to", async () => {
    const session = roleIdentity("Ops", "alice", { key: "ASIAMINE", created: AT });
    const issued = assumeRole("e1", ALICE, { role: "Ops", session: "alice", key: "ASIAOTHER" });
    const { accessKeyId: _, ...signedIn } = session;
    const login = hopEvent({
      id: "login",
      event: "signin.amazonaws.com/ConsoleLogin",
      at: AT,
      identity: signedIn,
      response: { ConsoleLogin: "Success" },
    });
    expect(await toldChain(session, [issued, login])).toEqual([
      "assume-role e1 timed",
      "console-login login timed",
      "person alice timed (origin)",
    ]);
  });

  it("pair a pod's role with the agent's call of its second, else within two of it", async () => {
    const before = agent("before", "2026-11-18T11:59:58Z");
    expect(await podHops(before)).toEqual(["before"]);
    expect(await podHops(before, agent("same", AT))).toEqual(["same"]);
    expect(await podHops(before, agent("after", "2026-11-18T12:00:01Z"))).toEqual([null]);
    expect(await podHops(agent("long-before", "2026-11-18T11:59:57Z"))).toEqual([]);
    expect(await podHops(agent("abroad", AT, "444455556666"))).toEqual([]);
  });

  it("know Identity Center's people by their names where events are older than their ids", async () => {
    const session = roleIdentity(PORTAL_ROLE, "alice@example.com", { key: "ASIAX", ...SSO });
    const old = (name: string) => ({ type: "Unknown", principalId: `d-1//${name}`, userName: name });
    const signIn = hopEvent({
      id: "signed-in",
      event: "signin.amazonaws.com/UserAuthentication",
      at: "2026-11-18T11:00:00Z",
      identity: old("alice@example.com"),
    });
    const events = [
      fetched("bob's", old("bob@example.com")),
      fetched("alice's", old("alice@example.com")),
      signIn,
    ];
    expect(await toldChain(session, events)).toEqual([
      "user-authentication signed-in timed",
      "get-role-credentials alice's timed",
      "person alice@example.com observed (issuer-missing)",
    ]);
    expect((await traceIdentity(session, events)).origin.userId).toBeNull();
  });

  it("do not take another person's call for the one who is named", async () => {
    const session = {
      ...roleIdentity(PORTAL_ROLE, "alice@example.com", { key: "ASIAX", ...SSO }),
      onBehalfOf: { userId: "alice-id" },
    };
    const other = fetched("bob's", { type: "IdentityCenterUser", onBehalfOf: { userId: "bob-id" } });
    expect((await traceIdentity(session, [other])).hops).toEqual([]);
  });

  it("show an application that got a token for the person", async () => {
    const session = {
      ...roleIdentity(PORTAL_ROLE, "alice@example.com", { key: "ASIAX", ...SSO }),
      onBehalfOf: { userId: "alice-id" },
    };
    const token = hopEvent({
      id: "token",
      event: "sso-oauth.amazonaws.com/CreateTokenWithIAM",
      at: "2026-11-18T11:59:00Z",
      identity: roleIdentity("App", "app", { key: "ASIAAPP" }),
      more: { additionalEventData: { "identitystore:UserId": "alice-id" } },
    });
    expect((await traceIdentity(session, [token])).hops).toMatchObject([
      { kind: "create-token", eventId: "token", by: expect.stringContaining(":assumed-role/App/app") },
    ]);
  });

  it("take no GetSigninToken that tells the key it was called with for its issuer", async () => {
    const session = roleIdentity("Ops", "alice", { key: "ASIAOPS", created: AT });
    const issued = assumeRole("e1", ALICE, { role: "Ops", session: "alice", key: "ASIAOPS" });
    const echo = hopEvent({
      id: "echo",
      event: "signin.amazonaws.com/GetSigninToken",
      at: "2026-11-18T12:00:05Z",
      identity: session,
      response: { credentials: { accessKeyId: "ASIAOPS" }, GetSigninToken: "Success" },
    });
    expect(await toldChain(session, [issued, echo])).toEqual([
      "assume-role e1 keyed",
      "person alice keyed (origin)",
    ]);
  });

  it("count no sign-in that failed", () => {
    const refused = {
      id: "refused",
      event: "signin.amazonaws.com/UserAuthentication",
      at: AT,
      identity: { type: "IdentityCenterUser", onBehalfOf: { userId: "alice-id" } },
      more: { serviceEventDetails: { UserAuthentication: "Failure" } },
    };
    expect(() => hopEvent(refused)).toThrow("no event of a chain");
  });
});
