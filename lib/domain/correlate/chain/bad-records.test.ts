import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, toldChain, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, roleIdentity } from "@/lib/testing/trail-record";

describe("traceChain, of bad records", () => {
  const session = roleIdentity("Ops", "x", { key: "ASIAOPS", created: AT });

  it("ends at credentials that issued themselves", async () => {
    const event = assumeRole("e1", session, { role: "Ops", session: "x", key: "ASIAOPS" });
    expect(await toldChain(session, [event])).toEqual(["assume-role e1 keyed", "unknown x claimed (cycle)"]);
  });

  it("ends where two roles issued each other", async () => {
    const dev = roleIdentity("Dev", "y", { key: "ASIADEV", created: AT });
    const a = assumeRole("a", dev, { role: "Ops", session: "x", key: "ASIAOPS" });
    const b = assumeRole("b", session, { role: "Dev", session: "y", key: "ASIADEV" });
    expect((await traceIdentity(session, [a, b])).end).toBe("cycle");
  });

  it("tosses no coin between two callers who issued one key", async () => {
    const bob = {
      ...ALICE,
      userName: "bob",
      principalId: "AIDABOB",
      arn: `arn:aws:iam::${ACCOUNT}:user/bob`,
    };
    const to = { role: "Ops", session: "x", key: "ASIAOPS" };
    expect(await toldChain(session, [assumeRole("b", bob, to), assumeRole("a", ALICE, to)])).toEqual([
      "assume-role a|b timed",
      "unknown x claimed (undecided)",
    ]);
  });

  it("shows one of two copies of an event that differ, and says so", async () => {
    const to = { role: "Ops", session: "x", key: "ASIAOPS" };
    const copies = [
      assumeRole("e1", ALICE, to),
      assumeRole("e1", ALICE, to, { sourceIPAddress: "198.51.100.9" }),
    ];
    const chain = await traceIdentity(session, copies);
    expect(chain.hops.map(({ notes }) => notes)).toEqual([["copies-differ"]]);
    expect(await traceIdentity(session, copies.toReversed())).toEqual(chain);
  });

  it("leaves an event alone that came after the use", async () => {
    const late = assumeRole(
      "e1",
      ALICE,
      { role: "Ops", session: "x", key: "ASIAOPS" },
      { eventTime: "2026-11-18T12:05:00Z" },
    );
    expect(await toldChain(session, [late])).toEqual(["unknown x claimed (issuer-missing)"]);
  });

  it("does not walk on for ever", async () => {
    const step = (n: number) =>
      assumeRole(`e${n}`, roleIdentity(`R${n + 1}`, "s", { key: `ASIA${n + 1}` }), {
        role: `R${n}`,
        session: "s",
        key: `ASIA${n}`,
      });
    const events = Array.from({ length: 100 }, (_, n) => step(n));
    expect((await traceIdentity(roleIdentity("R0", "s", { key: "ASIA0" }), events)).end).toBe("too-long");
  });

  it("reads any identity, whatever its type lacks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(
            "type",
            "principalId",
            "arn",
            "accountId",
            "accessKeyId",
            "userName",
            "sessionContext",
            "onBehalfOf",
          ),
          fc.anything(),
        ),
        async (identity) => {
          expect((await traceIdentity(identity as Readonly<Record<string, unknown>>, [])).hops).toEqual([]);
        },
      ),
    );
  });
});
