import { describe, expect, it } from "vitest";
import { AT, traceIdentity } from "@/lib/testing/told-chain";
import { hopEvent, roleIdentity } from "@/lib/testing/trail-record";
import type { DirectoryAnswer, DirectorySource } from "./directory";
import { nameOrigin } from "./name-origin";

const USER_ID = "d2c5f4e4-10a1-70b4-9d3e-000000000001";
const STORE = "arn:aws:identitystore::111122223333:identitystore/d-99670a1b2c";
const onBehalfOf = { userId: USER_ID, identityStoreArn: STORE };
const PATH = "/aws-reserved/sso.amazonaws.com/eu-central-1/";
const PORTAL_ROLE = "AWSReservedSSO_Admin_0123456789abcdef";

/** Through an application: the session's name is the application's. */
const nameless = { ...roleIdentity("App", "botocore-session-1763467200", { key: "ASIAAPP" }), onBehalfOf };
const portal = (session: string) => ({
  ...roleIdentity(PORTAL_ROLE, session, { key: "ASIAX", created: AT, path: PATH }),
  onBehalfOf,
});
const found = (userName: string | null, from: DirectorySource = "identity-store") =>
  ({ outcome: "found", from, userName, displayName: "Alice Example", email: null }) as const;

async function named(identity: Record<string, unknown>, ...answers: DirectoryAnswer[]) {
  return nameOrigin(await traceIdentity(identity, []), answers);
}

describe("the name of a person whom a directory knows", () => {
  it("is the identity store's where the events name nobody", async () => {
    const { origin, directory, names } = await named(nameless, found("alice@example.com"));
    expect(origin).toMatchObject({
      name: "alice@example.com",
      nameFrom: "identity-store",
      confidence: "observed",
      userId: USER_ID,
    });
    expect(directory).toMatchObject({ displayName: "Alice Example" });
    expect(names).toEqual([
      { name: "alice@example.com", from: "identity-store", agrees: true, isClaimed: false },
    ]);
  });

  it("is the operator's file's before the identity store's, and both are told where they differ", async () => {
    const answers = [found("a.example@corp", "directory-file"), found("alice@example.com")];
    const { origin, names, directory } = await named(nameless, ...answers);
    expect([origin.name, origin.nameFrom]).toEqual(["a.example@corp", "directory-file"]);
    expect(directory).toMatchObject({ from: "directory-file" });
    expect(names).toEqual([
      { name: "a.example@corp", from: "directory-file", agrees: true, isClaimed: false },
      { name: "alice@example.com", from: "identity-store", agrees: false, isClaimed: false },
    ]);
  });

  it("counts before what was recorded at the time, which is told where it differs", async () => {
    const { origin, names } = await named(portal("bob@example.com"), found("alice@example.com"));
    expect([origin.name, origin.nameFrom]).toEqual(["alice@example.com", "identity-store"]);
    expect(names).toEqual([
      { name: "alice@example.com", from: "identity-store", agrees: true, isClaimed: false },
      { name: "bob@example.com", from: "identity-center-session", agrees: false, isClaimed: false },
    ]);
  });

  it("agrees with a short form of itself and with another case", async () => {
    const answers = [found("alice"), found("alice@EXAMPLE.com")];
    const { names } = await named(portal("Alice@example.com"), ...answers);
    expect(names.map(({ agrees }) => agrees)).toEqual([true, true, true]);
  });

  it("is not what a session calls itself: that is told as a claim", async () => {
    const chained = { ...roleIdentity("Ops", "bob@example.com", { key: "ASIAOPS" }), onBehalfOf };
    const { origin, names } = await named(chained, found("alice@example.com"));
    expect(origin.name).toBe("alice@example.com");
    const claim = { name: "bob@example.com", from: "session-name", agrees: false, isClaimed: true };
    expect(names).toContainEqual(claim);
  });

  it("is as sure as the way to the user id, and no claim", async () => {
    const { origin } = await traceIdentity(portal("alice@example.com"), []);
    const claimed = { ...origin, confidence: "claimed" } as const;
    const { confidence } = nameOrigin({ origin: claimed, told: [] }, [found("alice@example.com")]).origin;
    expect(confidence).toBe("timed");
  });

  it.each(["unknown-user", "denied", "failed"] as const)("is not known where it says %s", async (outcome) => {
    const answer = { outcome, againMs: 1, place: null };
    const { origin, directory } = await named(nameless, answer);
    expect(origin.name).toBeNull();
    expect(directory).toEqual(answer);
  });

  it("is not known while nobody was asked, and nobody is asked where there is no user id", async () => {
    expect((await named(nameless)).directory).toEqual({ outcome: "not-asked", place: null });
    const { onBehalfOf: _, ...plain } = portal("alice@example.com");
    expect((await named(plain)).directory).toBeNull();
  });

  it("is the display name or the address where there is no user name, and empty text is none", async () => {
    expect((await named(nameless, found(null))).origin.name).toBe("Alice Example");
    const nothing = { ...found(""), displayName: "" };
    expect((await named(nameless, nothing)).origin).toMatchObject({ name: null, nameFrom: null });
  });

  it("stands beside the sign-in's", async () => {
    const signIn = hopEvent({
      id: "signed-in",
      event: "signin.amazonaws.com/UserAuthentication",
      at: "2026-11-18T11:00:00Z",
      region: "eu-central-1",
      identity: { type: "IdentityCenterUser", accountId: "111122223333", onBehalfOf },
      more: { additionalEventData: { UserName: "alice@example.com" } },
    });
    const session = { ...roleIdentity("App", "chosen", { key: "ASIAAPP", created: AT }), onBehalfOf };
    const chain = await traceIdentity(session, [signIn]);
    expect(nameOrigin(chain, []).origin).toMatchObject({ name: "alice@example.com", nameFrom: "sign-in" });
    expect(nameOrigin(chain, [found("al@example.com")])).toMatchObject({
      origin: { name: "al@example.com", nameFrom: "identity-store" },
      names: [{ agrees: true }, { name: "alice@example.com", from: "sign-in", agrees: false }],
    });
  });

  it("is not asked of what is no person", async () => {
    const { origin, told } = await traceIdentity(nameless, []);
    const node = { ...origin, kind: "node", name: "i-0123456789abcdef0", nameFrom: "session-name" } as const;
    expect(nameOrigin({ origin: node, told }, [found("alice")])).toEqual({
      origin: node,
      names: [],
      directory: null,
    });
  });
});
