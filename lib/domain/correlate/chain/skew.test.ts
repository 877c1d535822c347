import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, toldChain, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";

const PORTAL_ROLE = "AWSReservedSSO_Admin_0123456789abcdef";
const SSO_PATH = "/aws-reserved/sso.amazonaws.com/eu-west-1/";
const SESSION = roleIdentity(PORTAL_ROLE, "alice@example.com", { key: "ASIAX", path: SSO_PATH, created: AT });
const OWNED = { ...SESSION, onBehalfOf: { userId: "alice-id" } };

const at = (beside: number) => new Date(Date.parse(AT) + beside * 1_000).toISOString();

/** Identity Center takes the role, so many seconds beside the session's creation. */
const saml = (id: string, beside: number) =>
  hopEvent({
    id,
    event: "sts.amazonaws.com/AssumeRoleWithSAML",
    at: at(beside),
    identity: { type: "SAMLUser", principalId: "q:alice@example.com", userName: "alice@example.com" },
    response: { ...roleIssued(PORTAL_ROLE, "alice@example.com", `ASIA${id}`), subject: "alice@example.com" },
  });

const fetched = (id: string, beside: number, userId: string) =>
  hopEvent({
    id,
    event: "sso.amazonaws.com/GetRoleCredentials",
    at: at(beside),
    identity: { type: "IdentityCenterUser", accountId: ACCOUNT, onBehalfOf: { userId } },
    more: { serviceEventDetails: { role_name: "Admin", account_id: ACCOUNT } },
  });

const hops = async (...events: Parameters<typeof toldChain>[1]) =>
  (await traceIdentity(OWNED, events)).hops.map(
    ({ eventId, alternatives }) => eventId ?? alternatives.join("|"),
  );

describe("clocks that differ by two seconds", () => {
  it.each([[-2], [-1], [1], [2]])("join what is %d s beside, where nothing else fits", async (beside) => {
    expect(await hops(saml("s", beside), fetched("f", beside, "alice-id"))).toEqual(["f", "s"]);
  });

  it("join nothing that is farther", async () => {
    expect(await hops(saml("s", 3), fetched("f", -3, "alice-id"))).toEqual([]);
  });

  it("take what stands in the very second before all else", async () => {
    expect(await hops(saml("near", 1), saml("exact", 0), fetched("f", 0, "alice-id"))).toEqual([
      "f",
      "exact",
    ]);
  });

  it("show all that are beside, and choose none", async () => {
    const [portal, ...rest] = await hops(fetched("a", -1, "alice-id"), fetched("b", 2, "alice-id"));
    expect([portal, rest]).toEqual(["a|b", []]);
  });

  it("look beside where what stands in the second is another person's", async () => {
    expect(await hops(fetched("bob's", 0, "bob-id"), fetched("alice's", 1, "alice-id"))).toEqual(["alice's"]);
  });

  it("find a password's sign-in beside the second, but none that names another session", async () => {
    const user = {
      ...ALICE,
      accessKeyId: "ASIACONSOLE",
      sessionContext: { attributes: { creationDate: AT } },
    };
    const login = (identity: object) =>
      hopEvent({
        id: "login",
        event: "signin.amazonaws.com/ConsoleLogin",
        at: at(2),
        identity: { ...identity },
        response: { ConsoleLogin: "Success" },
      });
    const { accessKeyId: _, ...alice } = ALICE;
    expect(await toldChain(user, [login(alice)])).toContain("console-login login timed");
    const other = { ...alice, sessionContext: { attributes: { creationDate: at(1) } } };
    expect(await toldChain(user, [login(other)])).not.toContain("console-login login timed");
  });

  it("leave the second alone where the key says who issued it", async () => {
    const session = roleIdentity("Ops", "x", { key: "ASIAOPS", created: AT });
    const asked: string[] = [];
    const events = [assumeRole("e1", ALICE, { role: "Ops", session: "x", key: "ASIAOPS" })];
    await traceIdentity(session, events, (address) => asked.push(address));
    expect(asked.filter((address) => address.startsWith("principal/"))).toHaveLength(1);
  });
});
