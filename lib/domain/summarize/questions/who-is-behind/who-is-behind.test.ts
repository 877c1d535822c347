import { describe, expect, it } from "vitest";
import type { Confidence } from "../../../correlate/attempt";
import type { AttemptOrigin, TracedAttempt } from "../../../correlate/chain/attempt-origin";
import { gatherBehind } from "./gather-behind";
import type { SeenHolder } from "./seen-holder";
import { whoIsBehind } from "./who-is-behind";
import type { WhoIsBehindFacts } from "./who-is-behind-facts";

const NOON = Date.UTC(2026, 10, 20, 12);
const ROLE = "arn:aws:iam::111122223333:role/Admin";

function origin(name: string | null, wishes: Partial<AttemptOrigin> = {}): AttemptOrigin {
  const confidence: Confidence | null = name === null ? null : "keyed";
  return { kind: "person", name, nameFrom: "sign-in", userId: null, confidence, end: "origin", ...wishes };
}

function holder(wishes: Partial<SeenHolder>): SeenHolder {
  return {
    ...{ origin: origin("alice@example.com"), class: "person", canonicalArn: ROLE },
    ...{ sessionNames: ["EKSGetTokenAuth"], usernames: ["kubernetes-admin"], clusters: ["prod"] },
    ...{ attempts: 1, granted: 1, firstMs: NOON, lastMs: NOON, attemptId: "a" },
    ...wishes,
  };
}

function told(holders: readonly SeenHolder[], wishes: Partial<WhoIsBehindFacts> = {}): string {
  const username = { kind: "username", value: "kubernetes-admin" } as const;
  const answer = whoIsBehind({
    ...{
      who: "kubernetes-admin",
      cluster: null,
      identity: username,
      attempt: null,
      place: null,
      others: [],
      near: [],
    },
    ...{ behind: gatherBehind(holders), moreBehind: 0, attempts: 9, chains: new Map(), unread: [] },
    ...wishes,
  });
  return answer.verdict.map(({ text }) => text).join("");
}

const BOB = holder({ origin: origin("bob@example.com"), attempts: 4, attemptId: "b" });

describe("who is behind a username", () => {
  it("is one person, whatever roles and sessions he came by", () => {
    const other = holder({
      canonicalArn: `${ROLE}2`,
      attempts: 2,
      granted: 1,
      lastMs: NOON + 60_000,
      attemptId: "newest",
    });
    expect(told([holder({}), other])).toBe(
      "Behind username kubernetes-admin stands alice@example.com, in 3 attempts at prod, last at 20 Nov 12:01:00 UTC.",
    );
    expect(gatherBehind([holder({}), other])).toMatchObject([
      { attempts: 3, granted: 2, principals: [`${ROLE}2`, ROLE], attemptId: "newest", firstMs: NOON },
    ]);
  });

  it("is shared where several came to one cluster by it", () => {
    expect(told([holder({}), BOB])).toBe(
      "Behind username kubernetes-admin stand 2 people: bob@example.com (4) and alice@example.com (1). They share it at prod, so the username alone does not tell who did something there: the session does.",
    );
  });

  it("is another's at another cluster, which is no sharing", () => {
    expect(told([holder({ clusters: ["dev"] }), BOB])).toContain(
      "Each at clusters of their own, where the username is nobody else's.",
    );
  });

  it("is told by the session's name, dotted, where no chain tells it; in doubt it is the same person", () => {
    const named = holder({ origin: null, sessionNames: ["Bob@example.com"], attemptId: "c" });
    const [one] = gatherBehind([named, { ...BOB, sessionNames: ["bob@example.com"] }]);
    expect(one).toMatchObject({ name: "bob@example.com", attempts: 5, untraced: 1 });
    const alone = gatherBehind([holder({ origin: null, sessionNames: ["carol@example.com"] })]);
    const { verdict, because } = whoIsBehind({
      ...{
        who: "x",
        cluster: "prod",
        identity: { kind: "role", value: ROLE },
        attempt: null,
        place: null,
        others: [],
      },
      ...{ near: [], behind: alone, moreBehind: 0, attempts: 1, chains: new Map(), unread: [] },
    });
    expect(verdict.find(({ claimed }) => claimed)?.text).toBe("carol@example.com");
    expect(because).toEqual([
      "The sessions of one attempt are not traced yet: that goes on in the background.",
    ]);
  });

  it("counts people before nodes and AWS, and says how many more there are", () => {
    const node = holder({ origin: origin("i-0123456789abcdef0", { kind: "node" }), attempts: 90 });
    expect(gatherBehind([node, BOB]).map(({ kind }) => kind)).toEqual(["person", "node"]);
    expect(told([node, BOB])).toContain("stand 1 person and 1 node: bob@example.com (4)");
    expect(told([node, BOB], { moreBehind: 3 })).toContain("stand 5: ");
  });
});

describe("what leads to one attempt", () => {
  const attempt: TracedAttempt = {
    ...{ id: "a", timeMs: NOON, cluster: "prod", decision: "granted", class: "person", error: null },
    caller: {
      ...{ arn: null, canonicalArn: ROLE, accountId: "111122223333", uniqueId: null },
      ...{ sessionName: "EKSGetTokenAuth", accessKeyId: null },
    },
    kubernetes: { username: "kubernetes-admin", groups: [], uid: "" },
    ...{ stsEndpoint: null, sts: null, evidence: [], origin: origin("alice@example.com") },
  };

  it("names who was behind it, and who else came by its username", () => {
    const said = told([holder({}), BOB], { attempt });
    expect(said).toContain("At 20 Nov 12:00:00 UTC ");
    expect(said).toContain("Behind it is alice@example.com, a person.");
    expect(said).toMatch(/ 1 person came by the same username: bob@example\.com\.$/);
  });

  it("marks the one it leads to", () => {
    const answer = whoIsBehind({
      ...{ who: "line", cluster: "prod", identity: null, attempt, place: null, others: [], near: [] },
      ...{
        behind: gatherBehind([holder({}), BOB]),
        moreBehind: 0,
        attempts: 5,
        chains: new Map(),
        unread: [],
      },
    });
    expect(answer.behind.map(({ name, isAsked }) => [name, isAsked])).toEqual([
      ["bob@example.com", false],
      ["alice@example.com", true],
    ]);
  });
});

it("says so where nothing is known by a name, or nothing of the time", () => {
  expect(told([], { identity: null, who: "nobody" })).toBe("Nothing is known by the name nobody.");
  expect(told([], { cluster: "prod" })).toBe(
    "No attempt of username kubernetes-admin at prod is known in this time.",
  );
});

it("tells a person's own name otherwise than what stands behind another name", () => {
  const identity = { kind: "person", value: "alice@example.com" } as const;
  expect(told([holder({ attempts: 3 })], { identity })).toBe(
    "alice@example.com is a person, seen in 3 attempts at prod, last at 20 Nov 12:00:00 UTC.",
  );
});

it("says what ids are known by, and that several sessions fit a request", () => {
  const nothing = {
    ...{ cluster: null, attempt: null, place: null, others: [], near: [] },
    ...{ behind: [], moreBehind: 0, attempts: 0, chains: new Map(), unread: [] },
  };
  const id = "6dbd9f39-5e7f-4f2f-8f0f-1f6a4a3e2b1c";
  expect(whoIsBehind({ ...nothing, who: id, identity: null }).because.join()).toContain("audit id");
  expect(whoIsBehind({ ...nothing, who: "alice", identity: null }).because).toEqual([]);
  const place = { cluster: "prod", timeMs: NOON };
  const identity = { kind: "username", value: "kubernetes-admin" } as const;
  expect(whoIsBehind({ ...nothing, who: id, identity, place }).because.join()).toContain("more than one");
});
