import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, toldChain, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";

const SSO_PATH = "/aws-reserved/sso.amazonaws.com/eu-west-1/";
const PORTAL_ROLE = "AWSReservedSSO_Admin_0123456789abcdef";
const USER_ID = "976710cc5d-9d976f61";

describe("the origin of a chain", () => {
  it.each([
    ["EKSGetTokenAuth"],
    ["EKSAuthTokenSession"],
    ["1669660343296132000"],
    ["botocore-session-1763467200"],
    ["aws-go-sdk-1669660343296132000"],
    ["aws-sdk-java-1763467200123"],
    ["AWS-CLI-session-1763467200"],
  ])("is nobody where all there is is %s, which a tool made up", async (session) => {
    expect(await toldChain(roleIdentity("Dev", session, { key: "ASIADEV" }), [])).toEqual([
      "unknown null null (issuer-missing)",
    ]);
  });

  it("is claimed by the source identity rather than by the session's name", async () => {
    const plain = roleIdentity("Dev", "EKSGetTokenAuth", { key: "ASIADEV" });
    const session = { ...plain, sessionContext: { ...plain.sessionContext, sourceIdentity: "alice" } };
    const { origin } = await traceIdentity(session, []);
    expect(origin).toMatchObject({ kind: "unknown", name: "alice", nameFrom: "source-identity" });
    expect(origin.confidence).toBe("claimed");
  });

  it("is claimed by the source identity that another account's caller set", async () => {
    const event = assumeRole(
      "e1",
      { type: "AWSAccount", principalId: "AIDAALICE", accountId: "444455556666" },
      { role: "Dev", session: "s", key: "ASIADEV" },
      { requestParameters: { roleSessionName: "s", sourceIdentity: "alice" } },
    );
    const chain = await traceIdentity(roleIdentity("Dev", "s", { key: "ASIADEV" }), [event]);
    expect(chain.hops[0]?.sourceIdentity).toBe("alice");
    expect(chain.end).toBe("callers-account-unread");
    expect(chain.origin).toMatchObject({ name: "alice", nameFrom: "source-identity", confidence: "claimed" });
    expect(chain.first.credentials.accountId).toBe("444455556666");
  });

  it("is a person by Identity Center only where the role's path proves it", async () => {
    const of = (path: string) =>
      toldChain(roleIdentity(PORTAL_ROLE, "alice@example.com", { key: "ASIAX", created: AT, path }), []);
    expect(await of(SSO_PATH)).toEqual(["person alice@example.com observed (issuer-missing)"]);
    expect(await of("/")).toEqual(["unknown alice@example.com claimed (issuer-missing)"]);
  });

  it("takes a role's name in a log line for a claim", async () => {
    const { sessionContext: _, ...logged } = roleIdentity(PORTAL_ROLE, "alice@example.com", { key: "ASIAX" });
    expect(await toldChain(logged, [])).toEqual(["person alice@example.com claimed (issuer-missing)"]);
  });

  it("is the person for whom an application acts, not the session's name that it chose", async () => {
    const session = {
      ...roleIdentity("App", "chosen-by-the-app", { key: "ASIAAPP", created: AT }),
      onBehalfOf: {
        userId: USER_ID,
        identityStoreArn: "arn:aws:identitystore::111122223333:identitystore/d-1",
      },
    };
    expect((await traceIdentity(session, [])).origin).toEqual({
      kind: "person",
      name: null,
      nameFrom: null,
      confidence: "observed",
      userId: USER_ID,
    });
    const signIn = hopEvent({
      id: "signed-in",
      event: "signin.amazonaws.com/UserAuthentication",
      at: "2026-11-18T11:00:00Z",
      identity: { type: "IdentityCenterUser", accountId: ACCOUNT, onBehalfOf: { userId: USER_ID } },
      more: { additionalEventData: { UserName: "alice@example.com" } },
    });
    expect((await traceIdentity(session, [signIn])).origin).toMatchObject({
      name: "alice@example.com",
      nameFrom: "sign-in",
      confidence: "timed",
    });
  });

  it("of a federated user is who asked for him: a user, or root", async () => {
    const guest = (issuer: object) => ({
      type: "FederatedUser",
      principalId: `${ACCOUNT}:guest`,
      arn: `arn:aws:sts::${ACCOUNT}:federated-user/guest`,
      accountId: ACCOUNT,
      accessKeyId: "ASIAGUEST",
      sessionContext: { sessionIssuer: issuer },
    });
    expect(await toldChain(guest({ type: "IAMUser", arn: ALICE.arn }), [])).toContain(
      "person alice observed (issuer-missing)",
    );
    expect(await toldChain(guest({ type: "Root", arn: `arn:aws:iam::${ACCOUNT}:root` }), [])).toContain(
      `root ${ACCOUNT} observed (issuer-missing)`,
    );
    expect(await toldChain(guest({}), [])).toEqual(["unknown null null (issuer-missing)"]);
  });

  it.each([
    ["ssm.amazonaws.com", "mi-0123456789abcdef0", "node mi-0123456789abcdef0"],
    ["ssm.amazonaws.com", "Automation-1", "aws ssm.amazonaws.com"],
    ["eks-fargate-pods.amazonaws.com", "fargate-ip-10-0-0-1", "node fargate-ip-10-0-0-1"],
    ["rolesanywhere.amazonaws.com", "0a1b2c", "workload CN=build-7"],
  ])("of a role that %s took as %s is %s", async (invokedBy, session, told) => {
    const event = assumeRole(
      "e1",
      { type: "AWSService", invokedBy },
      { role: "R", session, key: "ASIAR" },
      {
        requestParameters: {
          roleSessionName: session,
          ...(invokedBy.startsWith("roles") && { sourceIdentity: "CN=build-7" }),
        },
      },
    );
    expect(await toldChain(roleIdentity("R", session, { key: "ASIAR" }), [event])).toContain(
      `${told} keyed (origin)`,
    );
  });

  it("is no person where an identity pool takes guests", async () => {
    const event = hopEvent({
      id: "e1",
      event: "sts.amazonaws.com/AssumeRoleWithWebIdentity",
      at: AT,
      identity: { type: "WebIdentityUser", identityProvider: "cognito-identity.amazonaws.com" },
      response: { ...roleIssued("R", "s", "ASIAR"), subjectFromWebIdentityToken: "eu-west-1:0a1b" },
    });
    const chain = await traceIdentity(roleIdentity("R", "s", { key: "ASIAR" }), [event]);
    expect(chain.origin).toMatchObject({ kind: "unknown", name: "eu-west-1:0a1b" });
    expect(chain.hops[0]?.notes).toEqual(["caller-incomplete"]);
  });

  it("is root where root signed in to the console, and open where AssumeRoot may be behind it", async () => {
    const root = {
      type: "Root",
      principalId: ACCOUNT,
      arn: `arn:aws:iam::${ACCOUNT}:root`,
      accountId: ACCOUNT,
    };
    const session = {
      ...root,
      accessKeyId: "ASIAROOT",
      sessionContext: { attributes: { creationDate: AT } },
    };
    expect(await toldChain(session, [])).toEqual([`root ${ACCOUNT} claimed (issuer-missing)`]);
    const signIn = (result: string) => ({
      id: "login",
      event: "signin.amazonaws.com/ConsoleLogin",
      at: "2026-11-18T12:00:01Z",
      identity: root,
      response: { ConsoleLogin: result },
    });
    expect(await toldChain(session, [hopEvent(signIn("Success"))])).toEqual([
      "console-login login timed",
      `root ${ACCOUNT} timed (origin)`,
    ]);
    expect(() => hopEvent(signIn("Failure"))).toThrow("no event of a chain");
  });
});
