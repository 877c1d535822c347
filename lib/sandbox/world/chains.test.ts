import { describe, expect, test } from "vitest";
import { TRAILS } from "./organisation/places";
import { createWorld } from "./world";
import type { WorldAttempt } from "./world-day";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 18, 12);
/** What is rare comes every third day. */
const DAYS = { from: NOON - 84 * HOUR, to: NOON };
const EVER = Number.MAX_SAFE_INTEGER;
const world = createWorld(1);
const attempts = world.truth(DAYS);
const records = new Map(
  TRAILS.flatMap((trail) => world.events(trail, { from: DAYS.from - 24 * HOUR, to: DAYS.to }, EVER)).map(
    ({ eventId, json }) => [eventId, JSON.parse(json)],
  ),
);
const chained = attempts.filter(({ chain }) => chain.length > 0);
const hops = (attempt: WorldAttempt) => attempt.chain.map((hop) => records.get(hop.eventId));

const isSignedIn = ({ chain }: WorldAttempt) =>
  ["ConsoleLogin", "CreateOAuth2Token"].includes(chain.at(-1)?.eventName ?? "");

const PORTAL = ["UserAuthentication", "CreateToken", "GetRoleCredentials", "AssumeRoleWithSAML"];
const TILE = ["UserAuthentication", "Federate", "AssumeRoleWithSAML"];

describe("the chain of an attempt's credentials", () => {
  test("names events that its trails have", () => {
    expect(chained.length).toBeGreaterThan(500);
    for (const attempt of chained)
      for (const [place, record] of hops(attempt).entries()) {
        const { eventName, accountId, region } = attempt.chain[place] ?? {};
        expect(record).toMatchObject({ eventName, awsRegion: region, recipientAccountId: accountId });
      }
  });

  test("ends with the event that issued the key; at Identity Center, of the same principal and second", () => {
    for (const attempt of chained.filter((one) => !isSignedIn(one))) {
      const { credentials, assumedRoleUser, federatedUser } = hops(attempt).at(-1).responseElements;
      const issued = assumedRoleUser ?? federatedUser;
      if (issued !== undefined) expect(issued.arn).toBe(attempt.callerArn);
      if (attempt.callerArn?.includes("AWSReservedSSO_")) continue;
      expect(credentials.accessKeyId).toBe(attempt.accessKeyId);
    }
  });

  test("or with the sign-in that the session goes on with, of the same principal", () => {
    const signedIn = chained.filter(isSignedIn);
    expect(signedIn.length).toBeGreaterThan(15);
    for (const attempt of signedIn) {
      const { userIdentity } = hops(attempt).at(-1);
      expect(userIdentity.arn).toBe(attempt.callerArn);
      expect(userIdentity.accessKeyId).toBeUndefined();
    }
  });

  test("leads on from key to key, where a role takes a role", () => {
    const taken = chained.filter(({ story }) => story === "role chaining");
    expect(taken.length).toBeGreaterThan(8);
    for (const attempt of taken) {
      const roles = hops(attempt).filter((record) => record.eventName === "AssumeRole");
      for (const [place, record] of roles.slice(1).entries())
        expect(record.userIdentity.accessKeyId).toBe(roles[place].responseElements.credentials.accessKeyId);
    }
  });

  test("across accounts both have a record of the one call, and the role's account learns little of the caller", () => {
    const crossed = chained.flatMap(({ chain }) => chain.filter((hop) => hop.twinId !== null));
    expect(crossed.length).toBeGreaterThan(3);
    for (const { eventId, twinId } of crossed) {
      const [own, twin] = [records.get(eventId), records.get(twinId ?? "")];
      expect(twin).toMatchObject({
        sharedEventID: own.sharedEventID,
        requestID: own.requestID,
        responseElements: own.responseElements,
        userIdentity: { type: "AWSAccount", accountId: own.userIdentity.accountId },
      });
      expect(twin.recipientAccountId).not.toBe(own.recipientAccountId);
      expect(twin.userIdentity.arn).toBeUndefined();
    }
  });

  test.each([
    ["person", /^[\w.]+@example\.com$/, PORTAL],
    ["person", /^[\w.]+@example\.com$/, [...PORTAL, "AssumeRole"]],
    ["person", /^[\w.]+@example\.com$/, [...PORTAL, "AssumeRole", "AssumeRole"]],
    ["person", /^carol@/, [...PORTAL, "AssumeRoot"]],
    ["person", /^carol@/, [...TILE, "ConsoleLogin"]],
    ["person", /^(dave|erin)@/, [...TILE, "ConsoleLogin", "CreateOAuth2Token"]],
    ["person", /^pat$/, ["AssumeRole"]],
    ["person", /^grace@/, ["AssumeRoleWithSAML", "AssumeRole"]],
    ["person", /^grace@/, ["AssumeRoleWithSAML"]],
    ["ci", /^repo:example\/shop:ref:refs\/heads\/main$/, ["AssumeRoleWithWebIdentity"]],
    ["ci", /^project_path:partner\//, ["AssumeRoleWithWebIdentity"]],
    ["workload", /^system:serviceaccount:argocd:/, ["AssumeRoleWithWebIdentity"]],
    ["workload", /^system:serviceaccount:velero:/, ["AssumeRoleForPodIdentity", "AssumeRole"]],
    ["node", /^i-0[0-9a-f]{16}$/, ["AssumeRole"]],
    ["node", /^fargate-ip-/, ["AssumeRole"]],
    ["workload", /^CN=build-7\./, ["CreateSession", "AssumeRole"]],
    ["iam-user", /^terraform$/, []],
    ["iam-user", /^heidi$/, ["GetSessionToken"]],
    ["iam-user", /^heidi$/, ["ConsoleLogin"]],
    ["iam-user", /^access-broker$/, ["GetFederationToken"]],
    ["iam-user", /^access-broker$/, ["AssumeRole", "ConsoleLogin"]],
    ["root", /^111122223333$/, ["ConsoleLogin"]],
    ["aws", /^eks:node-manager$/, []],
  ])("a %s like %s comes by %j", (kind, name, events) => {
    const found = attempts.filter(
      ({ origin, chain }) =>
        origin?.kind === kind &&
        name.test(origin.name) &&
        chain.map((hop) => hop.eventName).join() === events.join(),
    );
    expect(found.length).toBeGreaterThan(0);
  });
});
