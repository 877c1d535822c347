import { expect, test } from "vitest";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { questionsOfAttempt } from "./fitting-questions";

const ARN = "arn:aws:sts::111122223333:assumed-role/Admin/alice@example.com";

const ATTEMPT: TracedAttempt = {
  ...{ id: "a", timeMs: Date.UTC(2026, 10, 20, 12, 0, 0, 500), cluster: "prod", decision: "granted" },
  caller: {
    ...{ arn: ARN, canonicalArn: "arn:aws:iam::111122223333:role/Admin", accountId: null },
    ...{ uniqueId: null, sessionName: "alice@example.com", accessKeyId: null },
  },
  kubernetes: { username: "kubernetes-admin", groups: [], uid: "" },
  ...{ class: "person", error: null, stsEndpoint: null, sts: null, evidence: [], origin: null },
};

function asked(attempt: Partial<TracedAttempt>): [string, Record<string, string>][] {
  return questionsOfAttempt({ ...ATTEMPT, ...attempt }).map(({ href }) => {
    const url = new URL(href, "http://localhost");
    return [url.pathname.slice("/questions/".length), Object.fromEntries(url.searchParams)];
  });
}

test("who was let in is asked about by the username, at his cluster, up to this attempt", () => {
  const times = { from: "2026-11-13T12:00:00.000Z", to: "2026-11-20T12:00:01.000Z" };
  expect(asked({})).toEqual([
    ["who-is-behind", { who: "kubernetes-admin", cluster: "prod", ...times }],
    ["cut-off", { who: ARN }],
  ]);
});

test("of a denial it is asked why, and what changed before; where nobody is named only that", () => {
  const denied = { decision: "denied", kubernetes: null } as const;
  expect(asked(denied).map(([slug]) => slug)).toEqual(["why-not-in", "what-changed"]);
  expect(asked({ ...denied, caller: null }).map(([slug]) => slug)).toEqual(["what-changed"]);
});

test("nothing of that is asked of nodes", () => {
  expect(asked({ class: "node" })).toEqual([]);
});
