import { describe, expect, it } from "vitest";
import { AT, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity } from "@/lib/testing/trail-record";

const ROLE = "AWSReservedSSO_Admin_0123456789abcdef";
const HOME = "810987654321";
/** A record without `onBehalfOf`, as one in eight is (facts: aws §4.5). */
const ALICE = roleIdentity(ROLE, "alice@example.com", {
  key: "ASIAX",
  created: AT,
  path: "/aws-reserved/sso.amazonaws.com/eu-west-1/",
});

const at = (id: string, event: string, userId: string, more: object = {}, when = AT) =>
  hopEvent({
    id,
    event,
    at: when,
    account: HOME,
    identity: { type: "IdentityCenterUser", accountId: HOME, onBehalfOf: { userId } },
    more: { sourceIPAddress: "192.0.2.1", ...more },
  });
const fetched = (id: string, userId: string, when = AT) =>
  at(
    id,
    "sso.amazonaws.com/GetRoleCredentials",
    userId,
    { serviceEventDetails: { role_name: "Admin", account_id: ACCOUNT } },
    when,
  );
const signedIn = (id: string, userId: string, name: string, more: object = {}) =>
  at(
    id,
    "signin.amazonaws.com/UserAuthentication",
    userId,
    { additionalEventData: { UserName: name }, ...more },
    "2026-11-18T11:00:00Z",
  );
const token = (id: string, userId: string, ip: string, when: string) =>
  at(id, "sso.amazonaws.com/CreateToken", userId, { sourceIPAddress: ip }, when);

async function told(events: Parameters<typeof traceIdentity>[1], identity: object = ALICE) {
  const { origin, hops } = await traceIdentity({ ...identity }, events);
  return {
    who: `${origin.name} ${origin.userId}`,
    hops: hops.map(({ kind, eventId, alternatives }) => `${kind} ${eventId ?? alternatives.join("|")}`),
  };
}

describe("the person behind a portal's call that fits a session by time alone", () => {
  it("is not taken for the session's, where nothing says so", async () => {
    for (const when of [AT, "2026-11-18T12:00:02Z"])
      expect(await told([fetched("fetch", "u-bob", when)])).toEqual({
        who: "alice@example.com null",
        hops: ["get-role-credentials fetch"],
      });
  });

  it("is somebody else where the sign-in has another name, and his calls are left out", async () => {
    const bobs = [fetched("fetch", "u-bob"), signedIn("in", "u-bob", "bob@example.com")];
    expect(await told(bobs)).toEqual({ who: "alice@example.com null", hops: [] });
  });

  it("is the session's where the sign-in has its name, in whatever case", async () => {
    const own = [fetched("fetch", "u-alice"), signedIn("in", "u-alice", "Alice@Example.com")];
    expect(await told(own)).toEqual({
      who: "alice@example.com u-alice",
      hops: ["user-authentication in", "get-role-credentials fetch"],
    });
  });

  it("is known for sure where the session's own record has the id", async () => {
    const identity = { ...ALICE, onBehalfOf: { userId: "u-alice" } };
    expect((await told([fetched("fetch", "u-alice")], identity)).who).toBe("alice@example.com u-alice");
  });
});

describe("how the person had signed in", () => {
  const identity = { ...ALICE, onBehalfOf: { userId: "u-alice" } };

  it("is told of each device that it may have been", async () => {
    const events = [
      fetched("fetch", "u-alice"),
      token("laptop-old", "u-alice", "192.0.2.1", "2026-11-18T10:00:00Z"),
      token("laptop", "u-alice", "192.0.2.1", "2026-11-18T11:30:00Z"),
      token("other", "u-alice", "198.51.100.1", "2026-11-18T11:30:01Z"),
      signedIn("in", "u-alice", "alice@example.com"),
      signedIn("in-other", "u-alice", "alice@example.com", { sourceIPAddress: "198.51.100.1" }),
    ];
    expect((await told(events, identity)).hops).toEqual([
      "user-authentication in|in-other",
      "create-token laptop|other",
      "get-role-credentials fetch",
    ]);
  });

  it("is the sign-in from where the token was asked for", async () => {
    const events = [
      fetched("fetch", "u-alice"),
      token("laptop", "u-alice", "192.0.2.1", "2026-11-18T11:30:00Z"),
      signedIn("in", "u-alice", "alice@example.com"),
      signedIn("phone", "u-alice", "alice@example.com", { sourceIPAddress: "198.51.100.1" }),
    ];
    expect((await told(events, identity)).hops[0]).toBe("user-authentication in");
  });
});
