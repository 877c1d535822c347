import { expect, test } from "vitest";
import { UNKNOWN_PART } from "../../../explain/configuration/part-at";
import type { MappingDecision } from "../../../explain/mapping/mapping-decision";
import type { WhatIfReport } from "../../configuration/what-if-report";
import type { StoredCoverage } from "../../coverage/coverage-report";
import { whyLogSilent } from "../why-log-silent";
import { whyNotIn } from "./why-not-in";
import type { WhyNotInFacts } from "./why-not-in-facts";

const NOON = Date.UTC(2026, 10, 20, 12);
const HOUR_MS = 3_600_000;
const RANGE = { from: NOON - 24 * HOUR_MS, to: NOON };

function log(rest: Partial<StoredCoverage>): StoredCoverage {
  return {
    ...{ id: "log", kind: "authenticator-log", label: "prod · authenticator log", cluster: "prod" },
    ...{
      accountId: null,
      region: "eu-west-1",
      state: "following",
      problem: null,
      asked: RANGE,
      read: [RANGE],
    },
    ...{ settledToMs: null, progress: 1, records: 1, rejects: 0, late: 0, newestMs: null, lastReadMs: null },
    ...{ way: null },
    ...rest,
  };
}

const NOBODY_KNOWN: WhatIfReport = {
  answers: [],
  parts: {
    mode: UNKNOWN_PART,
    hidden: UNKNOWN_PART,
    accessEntries: UNKNOWN_PART,
    awsAuth: UNKNOWN_PART,
    rbac: UNKNOWN_PART,
  },
};

function now(decision: MappingDecision): WhatIfReport {
  const arn = "arn:aws:iam::111122223333:role/dev";
  const caller = { arn, canonicalArn: arn, accountId: "", userId: "", sessionName: "s", accessKeyId: "" };
  const known = { ...UNKNOWN_PART, certainty: "known" as const };
  return {
    answers: [{ caller, decision, nearMisses: [], reach: null, excerpt: null }],
    parts: { mode: known, hidden: known, accessEntries: known, awsAuth: known, rbac: known },
  };
}

const NONE = { total: 0, newest: null };
const FACTS: WhyNotInFacts = {
  ...{ cluster: "prod", who: "dev", range: RANGE, nowMs: NOON, sources: [log({})] },
  ...{ granted: NONE, denied: NONE, here: null, elsewhere: null, nameless: NONE, now: NOBODY_KNOWN },
  ...{ reasonsNow: [], refused: { total: 0, rows: [] }, message: null },
};
const GRANTED: MappingDecision = {
  ...{ outcome: "granted", backEnd: "EKSConfigMap", entry: null, rivals: [], username: "dev", groups: [] },
  ...{ isOpen: false, refused: [] },
};

const sentence = (facts: WhyNotInFacts) =>
  whyNotIn(facts)
    .verdict.map(({ text }) => text)
    .join("");
const states = (facts: WhyNotInFacts) => whyNotIn(facts).steps.map(({ state }) => state);

test("no token came, and they are mapped: it ends before the cluster", () => {
  const facts = { ...FACTS, now: now(GRANTED) };
  expect(sentence(facts)).toContain("No token of dev reached prod");
  expect(sentence(facts)).toContain("it ends before the cluster");
  expect(states(facts)).toEqual([
    "not-seen",
    "not-seen",
    "not-seen",
    "no",
    "not-reached",
    "yes",
    "not-reached",
  ]);
});

test("no token came, and none would be let in: the mapping is told", () => {
  const facts = { ...FACTS, now: now({ outcome: "denied", error: "identity is not mapped", refused: [] }) };
  expect(sentence(facts)).toContain("it would be turned away");
  expect(states(facts)[5]).toBe("no");
});

test("an unread log is no proof that nobody came", () => {
  const facts = { ...FACTS, sources: [log({ read: [] })], now: now(GRANTED) };
  expect(states(facts)[3]).toBe("not-seen");
  expect(sentence(facts)).toContain("No token is known of dev at prod");
});

test("what an unread log is silent of is said with its stretch; the newest minutes are not", () => {
  const asked = {
    kind: "authenticator-log",
    name: "authenticator log",
    cluster: "prod",
    range: RANGE,
  } as const;
  const almost = log({ read: [{ from: RANGE.from, to: RANGE.to - 60_000 }] });
  expect(whyLogSilent(asked, [almost])).toEqual([]);
  const half = log({ read: [{ from: NOON - HOUR_MS, to: NOON }] });
  expect(whyLogSilent(asked, [half]).join()).toContain("19 Nov 12:00 – 20 Nov 11:00 UTC is not read");
  expect(whyLogSilent({ ...asked, cluster: "other" }, [half]).join()).toContain("No authenticator log");
});

test("a message of the client says what it means, and the stages stay as they are", () => {
  const answer = whyNotIn({ ...FACTS, message: "endpoint-unreachable" });
  expect(answer.message?.code).toBe("endpoint-unreachable");
  expect(answer.reasons).toEqual([]);
});
