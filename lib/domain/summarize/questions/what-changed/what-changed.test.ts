import { expect, test } from "vitest";
import type { TracedAttempt } from "../../../correlate/chain/attempt-origin";
import type { ConfigurationChange } from "../../configuration/configuration-change";
import type { DenialRun } from "./denial-run";
import { rankChanges } from "./rank-changes";
import { whatChanged } from "./what-changed";

const NOON = Date.UTC(2026, 10, 20, 12);
const MINUTE_MS = 60_000;

function attemptAt(minutes: number): TracedAttempt {
  return {
    ...{ id: `at${minutes}`, timeMs: NOON + minutes * MINUTE_MS, cluster: "prod", decision: "denied" },
    ...{ class: "person", caller: null, kubernetes: null, error: "", stsEndpoint: null, sts: null },
    ...{ evidence: [], origin: null },
  };
}

function run(name: string, rest: Partial<DenialRun>): DenialRun {
  return {
    ...{ name, denials: 2, first: attemptAt(10), last: attemptAt(20), before: attemptAt(-10), after: null },
    ...{ culprit: null, reason: { code: "not-mapped", title: "no mapping" } },
    ...rest,
  };
}

function changeAt(minutes: number, rest: Partial<ConfigurationChange> = {}): ConfigurationChange {
  return {
    ...{ kind: "changed", part: "aws-auth", key: "", timeMs: NOON + minutes * MINUTE_MS, isTimeKnown: true },
    ...{ afterMs: null, by: null, origin: null, evidence: null, diff: null, message: null, effects: [] },
    ...rest,
  };
}

function culpritAt(minutes: number): DenialRun["culprit"] {
  const before = {
    outcome: "granted",
    backEnd: "EKSConfigMap",
    entry: null,
    rivals: [],
    username: "u",
    groups: [],
  };
  return {
    ...{ timeMs: NOON + minutes * MINUTE_MS, isTimeKnown: true, change: null },
    before: { ...before, outcome: "granted", backEnd: "EKSConfigMap", isOpen: false, refused: [] },
  };
}

test("what the mappings prove comes before what only lies between, and of that what turned most away", () => {
  const changes = [changeAt(5), changeAt(0), changeAt(-2, { part: "rbac" }), changeAt(15)];
  const runs = [
    run("one", { culprit: culpritAt(0) }),
    run("two", { culprit: culpritAt(0) }),
    run("three", { culprit: null }),
  ];
  expect(rankChanges(changes, runs).map(({ change, how, names }) => [change.timeMs, how, names])).toEqual([
    [NOON, "decides", ["one", "two"]],
    [NOON + 5 * MINUTE_MS, "between", ["three"]],
  ]);
});

const FACTS = { cluster: "prod", who: null, moreRuns: 0, nameless: [], changes: [], unread: [] };

test("the author and the time of the change that decides are the answer", () => {
  const by = {
    arn: null,
    username: "carol",
    groups: [],
    accessKeyId: null,
  } as unknown as ConfigurationChange["by"];
  const answer = whatChanged({
    ...FACTS,
    runs: [run("one", { culprit: culpritAt(0) })],
    changes: [changeAt(0, { by })],
  });
  expect(answer.verdict.map(({ text }) => text).join("")).toBe(
    "carol changed aws-auth at 20 Nov 12:00:00 UTC. From then on the mappings turned away one.",
  );
  expect(answer.beginsMs).toBe(NOON + 10 * MINUTE_MS);
});

test("where nothing changed that is known, the log's own reason is told, and nothing is blamed", () => {
  const none = whatChanged({ ...FACTS, runs: [run("one", {})] });
  expect(none.suspects).toEqual([]);
  expect(none.verdict.map(({ text }) => text).join("")).toContain("Nothing is known to have changed");
  expect(none.verdict.map(({ text }) => text).join("")).toContain("no mapping");
  const nobody = whatChanged({ ...FACTS, runs: [] });
  expect(nobody.verdict.map(({ text }) => text).join("")).toBe("Nobody was denied at prod in this time.");
});

test("who was never let in did not begin to be denied", () => {
  const answer = whatChanged({ ...FACTS, runs: [run("one", { before: null })], changes: [changeAt(0)] });
  expect(answer.beginsMs).toBeNull();
  expect(answer.suspects).toEqual([]);
});
