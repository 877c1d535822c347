import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "./fact-tree";
import { mainFacts } from "./main-facts";

const NOON = Date.UTC(2026, 10, 27, 12);
const CONTENT = {
  attempt: {
    timeMs: NOON,
    cluster: "prod",
    decision: "granted",
    origin: { kind: "person", name: "alice@example.com", confidence: "keyed" },
    caller: { arn: "arn:aws:sts::111122223333:assumed-role/Ops/alice", accessKeyId: "ASIAEXAMPLEALICE1" },
    kubernetes: { username: "ops:alice", groups: ["ops", "readers"] },
    error: null,
  },
  reason: null,
  mapping: { decision: { backEnd: "EKSConfigMap", entry: { arn: "a:role/Ops", place: { line: 15 } } } },
  chain: {
    hops: [
      { timeMs: NOON - 1, kind: "assume-role", by: "alice", sourceIp: "203.0.113.21", confidence: "keyed" },
      { timeMs: NOON, kind: "of-a-later-gatebook" },
    ],
  },
};
const told = (facts: readonly Fact[]): string[] =>
  facts.flatMap(({ label, value, facts: inner }) => [`${label}: ${value}`, ...told(inner)]);

describe("the main facts of a shared attempt", () => {
  it("are when, where, who, as whom, by which mapping, and the way of the credentials", () => {
    expect(told(mainFacts(CONTENT))).toEqual([
      "Time: 2026-11-27T12:00:00.000Z",
      "Cluster: prod",
      "Decision: granted",
      "Who is behind it: alice@example.com (person, keyed)",
      "IAM caller: arn:aws:sts::111122223333:assumed-role/Ops/alice",
      "Access key: ASIAEXAMPLEALICE1",
      "Kubernetes username: ops:alice",
      "Kubernetes groups: ops, readers",
      "Mapping: EKSConfigMap, line 15, a:role/Ops",
      "How the credentials were come by: null",
      "2026-11-27T11:59:59.999Z: AssumeRole by alice from 203.0.113.21 (keyed)",
      "2026-11-27T12:00:00.000Z: of-a-later-gatebook",
    ]);
  });

  it("say of a denial why, and each thing to do", () => {
    const reason = {
      title: "Not mapped",
      meaning: "No entry names it.",
      fixes: [{ step: "Add one." }, { step: "" }],
    };
    const attempt = { decision: "denied", error: "ARN is not mapped" };
    expect(told(mainFacts({ attempt, reason }))).toEqual([
      "Decision: denied",
      "The authenticator's words: ARN is not mapped",
      "Why: Not mapped. No entry names it.",
      "What to do: Add one.",
    ]);
  });

  it("are of an incident what happened, in its order", () => {
    const timeline = [
      { timeMs: NOON, text: "denied: alice was turned away" },
      { timeMs: NOON + 1, text: "note by bob: seen" },
      1,
      {},
    ];
    expect(told(mainFacts({ timeline }))).toEqual([
      "2026-11-27T12:00:00.000Z: denied: alice was turned away",
      "2026-11-27T12:00:00.001Z: note by bob: seen",
    ]);
  });

  it("are none of other documents, and of whatever JSON", () => {
    expect(mainFacts({ rows: [] })).toEqual([]);
    const spoilt = fc.record({
      attempt: fc.record({
        decision: fc.constant("granted"),
        timeMs: fc.double(),
        kubernetes: fc.jsonValue(),
      }),
      ...{
        chain: fc.oneof(fc.jsonValue(), fc.record({ hops: fc.array(fc.jsonValue()) })),
        mapping: fc.jsonValue(),
      },
      reason: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), spoilt), (content) => {
        for (const line of told(mainFacts(content))) expect(typeof line).toBe("string");
      }),
    );
  });
});
