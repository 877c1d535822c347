import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALICE, AT, assumeRole, toldChain, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, roleIdentity } from "@/lib/testing/trail-record";

describe("traceChain, of bad records", () => {
  const session = roleIdentity("Ops", "x", { key: "ASIAOPS", created: AT });

  it("ends at credentials that issued themselves", async () => {
    const event = assumeRole("e1", session, { role: "Ops", session: "x", key: "ASIAOPS" });
    expect(await toldChain(session, [event])).toEqual(["assume-role e1 keyed", "unknown x claimed (cycle)"]);
    expect((await traceIdentity(session, [event])).hops[0]?.notes).toEqual(["self-issued", "cycle"]);
  });

  it("ends where two roles issued each other", async () => {
    const dev = roleIdentity("Dev", "y", { key: "ASIADEV", created: AT });
    const a = assumeRole("a", dev, { role: "Ops", session: "x", key: "ASIAOPS" });
    const b = assumeRole("b", session, { role: "Dev", session: "y", key: "ASIADEV" });
    const { end, hops } = await traceIdentity(session, [a, b]);
    expect(end).toBe("cycle");
    expect(hops.map(({ eventId, notes }) => [eventId, notes])).toEqual([
      ["b", ["cycle"]],
      ["a", []],
    ]);
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

  it("leaves an event alone that came after the use, and says so", async () => {
    const to = { role: "Ops", session: "x", key: "ASIAOPS" };
    const late = assumeRole("late", ALICE, to, { eventTime: "2026-11-18T12:05:00Z" });
    expect(await toldChain(session, [late])).toEqual(["unknown x claimed (issuer-missing)"]);
    const chain = await traceIdentity(session, [late, assumeRole("e1", ALICE, to)]);
    expect(chain.hops.map(({ eventId, confidence }) => [eventId, confidence])).toEqual([["e1", "keyed"]]);
    expect(chain.setAside).toEqual([{ eventId: "late", recordId: "record-late", reason: "after-use" }]);
  });

  it("takes no event for the issuer of a key that it gave to another principal, and says so", async () => {
    const other = assumeRole("other", ALICE, { role: "Dev", session: "x", key: "ASIAOPS" });
    const chain = await traceIdentity(session, [other]);
    expect([chain.hops, chain.end]).toEqual([[], "issuer-missing"]);
    expect(chain.setAside).toEqual([
      { eventId: "other", recordId: "record-other", reason: "other-principal" },
    ]);
  });

  it("is not sure of a key that one event id gave out for two callers, nor of one from another time", async () => {
    const bob = {
      ...ALICE,
      userName: "bob",
      arn: `arn:aws:iam::${ACCOUNT}:user/bob`,
      principalId: "AIDABOB",
    };
    const taken = { role: "Dev", session: "s", key: "ASIADEV" };
    const copies = [ALICE, bob].map((by, n) => ({ ...assumeRole("e1", by, taken), recordId: `r${n}` }));
    const session = roleIdentity("Dev", "s", { key: "ASIADEV", created: AT });
    for (const events of [copies, copies.toReversed()]) {
      const { origin, hops } = await traceIdentity(session, events);
      expect([origin.confidence, hops[0]?.confidence, hops[0]?.notes]).toEqual([
        "timed",
        "timed",
        ["copies-differ"],
      ]);
    }
    const old = { ...assumeRole("e1", ALICE, taken), eventTimeMs: Date.parse(AT) - 3_600_000 };
    const { hops, setAside } = await traceIdentity(session, [old]);
    expect([hops, setAside]).toMatchObject([[], [{ eventId: "e1", reason: "other-time" }]]);
  });

  it("takes two copies for one call where only one of them names the other account's", async () => {
    const to = { role: "Ops", session: "x", key: "ASIAOPS" };
    const copies = [assumeRole("e1", ALICE, to), assumeRole("e1", ALICE, to, { sharedEventID: "s" })];
    expect(await toldChain(session, copies)).toEqual(["assume-role e1 keyed", "person alice keyed (origin)"]);
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
