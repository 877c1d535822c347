import { describe, expect, it } from "vitest";
import { AT, toldChain, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";

const PORTAL_ROLE = "AWSReservedSSO_Admin_0123456789abcdef";
const SSO = { path: "/aws-reserved/sso.amazonaws.com/eu-west-1/", created: AT };
const SIGN_IN = `arn:aws:signin:eu-west-1:${ACCOUNT}:session/1`;
const LATER = "2026-11-18T12:00:05Z";

const session = (signInSessionArn?: string) => {
  const plain = roleIdentity(PORTAL_ROLE, "alice@example.com", { key: "ASIAX", ...SSO });
  return {
    ...plain,
    sessionContext: { ...plain.sessionContext, ...(signInSessionArn && { signInSessionArn }) },
  };
};

/** `aws login`, or an agent, gets a token. */
const token = (id: string, signInSessionArn: string, created = AT) => {
  const { accessKeyId: _, ...identity } = roleIdentity(PORTAL_ROLE, "alice@example.com", {
    ...SSO,
    created,
    key: "",
  });
  const more = { additionalEventData: { signInSessionArn, success: "true" } };
  return hopEvent({ id, event: "signin.amazonaws.com/CreateOAuth2Token", at: LATER, identity, more });
};

describe("the ids of sign-ins", () => {
  it("join a session to the token that names the same sign-in, as a key would", async () => {
    expect(
      await toldChain(session(SIGN_IN), [token("mine", SIGN_IN), token("other", `${SIGN_IN}2`)]),
    ).toEqual(["oauth-token mine keyed", "person alice@example.com observed (issuer-missing)"]);
  });

  it("join no token of another sign-in, though principal and second agree", async () => {
    expect((await traceIdentity(session(SIGN_IN), [token("other", `${SIGN_IN}2`)])).hops).toEqual([]);
  });

  it("need not be told: the session's creation joins them by time", async () => {
    expect((await traceIdentity(session(), [token("mine", SIGN_IN)])).hops).toMatchObject([
      { kind: "oauth-token", eventId: "mine", confidence: "timed" },
    ]);
  });

  it("tie the portal's call to the application's token that it came by, and to no sign-in", async () => {
    const onBehalfOf = { userId: "alice-id" };
    const person = { type: "IdentityCenterUser", accountId: ACCOUNT, onBehalfOf };
    const events = [
      hopEvent({
        id: "signed-in",
        event: "signin.amazonaws.com/UserAuthentication",
        at: AT,
        identity: person,
      }),
      applicationToken("mine", "2026-11-18T11:00:00Z"),
      applicationToken("other", "2026-11-18T11:59:00Z"),
      hopEvent({
        id: "fetched",
        event: "sso.amazonaws.com/GetRoleCredentials",
        at: AT,
        identity: { ...person, credentialId: "credential-mine" },
        more: { serviceEventDetails: { role_name: "Admin", account_id: ACCOUNT } },
      }),
    ];
    expect(await toldChain({ ...session(), onBehalfOf }, events)).toEqual([
      "create-token mine keyed",
      "get-role-credentials fetched timed",
      "person alice@example.com observed (issuer-missing)",
    ]);
  });

  it("of the console need no token of the command line, though the person has one", async () => {
    const onBehalfOf = { userId: "alice-id" };
    const person = { type: "IdentityCenterUser", accountId: ACCOUNT, onBehalfOf };
    const { accessKeyId: _, ...inConsole } = session();
    const event = (id: string, name: string, more = {}) =>
      hopEvent({ id, event: name, at: AT, identity: person, more });
    const role = { serviceEventDetails: { role_name: "Admin", account_id: ACCOUNT } };
    const events = [
      event("signed-in", "signin.amazonaws.com/UserAuthentication"),
      event("token", "sso.amazonaws.com/CreateToken"),
      event("tile", "sso.amazonaws.com/Federate", role),
      hopEvent({ id: "console", event: "signin.amazonaws.com/ConsoleLogin", at: LATER, identity: inConsole }),
    ];
    expect(await toldChain({ ...session(), onBehalfOf }, events)).toEqual([
      "user-authentication signed-in timed",
      "federate tile timed",
      "console-login console timed",
      "person alice@example.com observed (issuer-missing)",
    ]);
  });

  it("tell both of who opened the console and then asked for a token in it", async () => {
    const { accessKeyId: _, ...inConsole } = session();
    const entered = hopEvent({
      id: "console",
      event: "signin.amazonaws.com/ConsoleLogin",
      at: LATER,
      identity: inConsole,
    });
    const kinds = async (...more: ReturnType<typeof token>[]) =>
      (await traceIdentity(session(SIGN_IN), [entered, ...more])).hops.map(({ kind }) => kind);
    expect(await kinds(token("mine", SIGN_IN))).toEqual(["console-login", "oauth-token"]);
    expect(await kinds()).toEqual(["console-login"]);
  });
});

function applicationToken(id: string, at: string) {
  return hopEvent({
    id,
    event: "sso-oauth.amazonaws.com/CreateTokenWithIAM",
    at,
    identity: roleIdentity("App", "app", { key: "ASIAAPP" }),
    more: {
      additionalEventData: {
        "identitystore:UserId": "alice-id",
        "identitycenter:CredentialId": `credential-${id}`,
      },
    },
  });
}

describe("IAM Roles Anywhere", () => {
  const serial = "2a9902119721ab7b";
  const build = roleIdentity("Build", serial, { key: "ASIABUILD", created: AT });
  const issued = roleIssued("Build", serial, "ASIABUILD");
  const shown = hopEvent({
    id: "shown",
    event: "rolesanywhere.amazonaws.com/CreateSession",
    at: AT,
    identity: { type: "Unknown", accountId: ACCOUNT },
    response: { credentialSet: [{ ...issued, sourceIdentity: "CN=build-7" }] },
  });
  const taken = hopEvent({
    id: "taken",
    event: "sts.amazonaws.com/AssumeRole",
    at: AT,
    identity: { type: "AWSService", invokedBy: "rolesanywhere.amazonaws.com" },
    request: { roleSessionName: serial, sourceIdentity: "CN=build-7" },
    response: issued,
  });

  it("is shown as the certificate's session and the role that the service took", async () => {
    expect(await toldChain(build, [taken, shown])).toEqual([
      "roles-anywhere shown keyed",
      "assume-role taken keyed",
      "workload CN=build-7 keyed (origin)",
    ]);
  });

  it("is enough to name the certificate's subject, where the role's record is missing", async () => {
    expect(await toldChain(build, [shown])).toEqual([
      "roles-anywhere shown keyed",
      "workload CN=build-7 keyed (origin)",
    ]);
  });
});
