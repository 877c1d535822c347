import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AT, traceIdentity } from "@/lib/testing/told-chain";
import { ACCOUNT, hopEvent, roleIdentity, roleIssued } from "@/lib/testing/trail-record";
import type { HopEvent } from "./hop-event";

/** So few names and keys that records meet: cycles, keys that issue themselves, one id for two contents. */
const role = fc.constantFrom("Ops", "Dev", "AWSReservedSSO_Admin_0123456789abcdef");
const key = fc.constantFrom("ASIAONE", "ASIATWO", "ASIATHREE");
const second = fc.constantFrom("11:59:59", "12:00:00", "12:00:01", "12:00:09", "12:30:00", "23:59:59");
const eventName = fc.constantFrom(
  "sts.amazonaws.com/AssumeRole",
  "sts.amazonaws.com/AssumeRoleWithSAML",
  "sts.amazonaws.com/AssumeRoot",
  "sts.amazonaws.com/GetSessionToken",
  "sts.amazonaws.com/GetFederationToken",
  "eks-auth.amazonaws.com/AssumeRoleForPodIdentity",
  "sso.amazonaws.com/GetRoleCredentials",
  "sso.amazonaws.com/Federate",
  "sso.amazonaws.com/CreateToken",
  "signin.amazonaws.com/UserAuthentication",
  "signin.amazonaws.com/CreateOAuth2Token",
  "signin.amazonaws.com/ConsoleLogin",
  "signin.amazonaws.com/GetSigninToken",
  "rolesanywhere.amazonaws.com/CreateSession",
);
const TYPES = ["AssumedRole", "IAMUser", "Root", "FederatedUser", "AWSService", "AWSAccount", "Unknown"];

/** What its type promises is there, or in part, or not at all. */
const identity = fc
  .record({
    type: fc.constantFrom(...TYPES, "IdentityCenterUser", "NoSuchType"),
    role,
    key,
    lacks: fc.subarray(["principalId", "arn", "accountId", "accessKeyId", "sessionContext", "type"]),
    invokedBy: fc.option(fc.constantFrom("ec2.amazonaws.com", "pods.eks.amazonaws.com"), { nil: undefined }),
  })
  .map(({ type, role, key, lacks, invokedBy }) => {
    const whole = { ...roleIdentity(role, "x", { key, created: AT }), type, invokedBy };
    return Object.fromEntries(Object.entries(whole).filter(([name]) => !lacks.includes(name)));
  });

const record = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  eventName,
  second,
  identity,
  role,
  key,
  shared: fc.option(fc.constantFrom("s", "t"), { nil: undefined }),
});

const records = fc.array(record, { maxLength: 14 }).map((list) =>
  list.map(({ id, eventName, second, identity, role, key, shared }) =>
    hopEvent({
      id,
      event: eventName,
      at: `2026-11-18T${second}Z`,
      identity,
      request: { clusterName: "prod", targetPrincipal: ACCOUNT },
      response: roleIssued(role, "x", key),
      more: {
        sharedEventID: shared,
        serviceEventDetails: { role_name: "Admin", account_id: ACCOUNT },
      },
    }),
  ),
);

describe("traceChain, of records that somebody made up", () => {
  it("comes to an end, and shows no event that is not among them", async () => {
    await fc.assert(
      fc.asyncProperty(identity, records, async (used, events) => {
        const { hops, setAside } = await traceIdentity(used, events);
        expect(hops.length).toBeLessThan(100);
        const known = new Set(events.map(({ eventId }) => eventId));
        const shown = hops.flatMap(({ eventId, twins, alternatives }) =>
          [eventId ?? [], twins, alternatives].flat(),
        );
        expect([...shown, ...setAside.map(({ eventId }) => eventId)].filter((id) => !known.has(id))).toEqual(
          [],
        );
        for (const { eventId, alternatives } of hops) expect(eventId === null).toBe(alternatives.length > 0);
      }),
      { seed: 20261118, numRuns: 1_500 },
    );
  });

  it("tells the same in whatever order they came, and however often", async () => {
    const shuffled = records.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(identity, shuffled, async (used, [events, again]) => {
        expect(await traceIdentity(used, again)).toEqual(await traceIdentity(used, events));
      }),
      { seed: 20261119, numRuns: 1_000 },
    );
  });

  it("tells the same whatever else happens to others", async () => {
    await fc.assert(
      fc.asyncProperty(identity, records, records, async (used, events, more) => {
        const others = more.map(ofOthers);
        expect(await traceIdentity(used, [...others, ...events])).toEqual(await traceIdentity(used, events));
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});

/** The same in another account, under other names, keys and ids. */
function ofOthers(event: HopEvent): HopEvent {
  const text = JSON.stringify(event)
    .replaceAll("ASIA", "ASIAOTHER")
    .replaceAll(ACCOUNT, "444455556666")
    .replaceAll("AROAEXAMPLE", "AROAOTHER");
  const other = JSON.parse(text) as HopEvent;
  const sharedEventId = other.sharedEventId === null ? null : `other-${other.sharedEventId}`;
  return { ...other, eventId: `other-${other.eventId}`, recordId: `other-${other.recordId}`, sharedEventId };
}
