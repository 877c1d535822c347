import { describe, expect, it } from "vitest";
import type { MarkPart, MarkTells } from "../../parse/configuration-marks/configuration-mark";
import { historyOfCluster } from "./cluster-history";
import { historyOfItem } from "./item-history";
import type { StoredMark } from "./item-revision";
import { stateAt } from "./state-at";

const ARN = "arn:aws:iam::111122223333:role/Dev";
const POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
const mark = (
  timeMs: number,
  tells: MarkTells,
  value: string | null = null,
  rest: Partial<StoredMark> & { part?: MarkPart } = {},
): StoredMark => ({
  part: "aws-auth",
  key: "",
  tells,
  timeMs,
  untilMs: timeMs,
  value,
  by: null,
  evidence: null,
  ...rest,
});
const inShort = (marks: StoredMark[]) =>
  historyOfItem(marks).map(({ state, fromMs, isFromKnown }) => [
    state.kind === "value" ? state.value : state.kind,
    fromMs,
    isFromKnown,
  ]);

describe("the revisions of an item", () => {
  it("are one while it is seen unchanged", () => {
    expect(inShort([mark(100_000, "seen", "a"), mark(900_000, "seen", "a")])).toEqual([["a", null, false]]);
  });

  it("begin where it is set, and are unknown before", () => {
    expect(inShort([mark(100_000, "set", "a"), mark(900_000, "seen", "a")])).toEqual([
      ["unknown", null, false],
      ["a", 100_000, true],
    ]);
    expect(inShort([mark(100_000, "created", "a"), mark(200_000, "removed")])).toEqual([
      ["none", null, false],
      ["a", 100_000, true],
      ["none", 200_000, true],
    ]);
  });

  it("begin at the only write between two that are seen to differ; at several, nobody knows when", () => {
    const seen = [mark(100_000, "seen", "a"), mark(900_000, "seen", "b")];
    const touch = (ms: number) => mark(ms, "touched");
    expect(inShort([...seen, touch(500_000), touch(505_000)])).toEqual([
      ["a", null, false],
      ["b", 500_000, true],
    ]);
    expect(inShort([...seen, touch(300_000), touch(600_000)])).toEqual([
      ["a", null, false],
      ["b", 900_000, false],
    ]);
    expect(inShort(seen)).toEqual([
      ["a", null, false],
      ["b", 900_000, false],
    ]);
  });

  it("do not take an authenticator's notice of a change for another one", () => {
    const marks = [
      mark(100_000, "set", "a"),
      mark(100_030, "touched"),
      mark(500_000, "touched"),
      mark(900_000, "seen", "b"),
    ];
    expect(inShort(marks).at(-1)).toEqual(["b", 500_000, true]);
  });

  it("do not depend on the order in which marks come", () => {
    const marks = [mark(1, "set", "a"), mark(2, "seen", "a"), mark(3, "removed"), mark(4, "seen", null)];
    expect(historyOfItem(marks.toReversed())).toEqual(historyOfItem(marks));
  });
});

describe("an item at an instant", () => {
  const seen = historyOfItem([mark(500, "seen", "a", { untilMs: 700 })]);
  const certaintyAt = (ms: number, watched: number | null = null) => stateAt(seen, ms, watched).certainty;

  it("is known while it is seen, and assumed before and after", () => {
    expect([400, 500, 700, 800].map((ms) => certaintyAt(ms))).toEqual([
      "assumed",
      "known",
      "known",
      "assumed",
    ]);
    expect(stateAt(seen, 400, null).value).toBe("a");
  });

  it("is known as far as every change of it would have been told", () => {
    expect([200, 400, 800].map((ms) => certaintyAt(ms, 300))).toEqual(["assumed", "known", "known"]);
  });

  it("is known between two changes whose instants are known", () => {
    const set = historyOfItem([mark(100, "created", "a"), mark(900, "set", "b")]);
    expect([50, 500].map((ms) => stateAt(set, ms, null))).toMatchObject([
      { certainty: "known", value: null },
      { certainty: "known", value: "a" },
    ]);
    expect(stateAt([], 1, null).certainty).toBe("unknown");
    expect(stateAt(historyOfItem([mark(100, "set", "a")]), 50, 0).certainty).toBe("unknown");
  });
});

describe("the history of a cluster", () => {
  const entry = { principalArn: ARN, type: "STANDARD", username: null, groups: [] };
  const policy = { policyArn: POLICY, scope: { type: "cluster", namespaces: [] } };
  const snapshot = (timeMs: number, entries: unknown[]) =>
    mark(timeMs, "seen", JSON.stringify(entries), { part: "access-entries" });

  it("takes entries and policies out of the whole list, and knows what is not in it", () => {
    const { entries, policies, areEntriesWhole } = historyOfCluster([
      snapshot(100, [{ ...entry, policies: [policy] }]),
      snapshot(900, []),
    ]);
    expect(areEntriesWhole).toBe(true);
    expect(entries.get(ARN)?.map(({ state }) => state.kind)).toEqual(["value", "none"]);
    expect(policies.get(`${ARN} ${POLICY}`)?.map(({ state }) => state.kind)).toEqual(["value", "none"]);
  });

  it("ends an entry's policies with it", () => {
    const key = `${ARN} ${POLICY}`;
    const { policies } = historyOfCluster([
      mark(100, "set", JSON.stringify(policy), { part: "access-policy", key }),
      mark(500, "removed", null, { part: "access-entry", key: ARN }),
    ]);
    expect(policies.get(key)?.at(-1)).toMatchObject({
      state: { kind: "none" },
      fromMs: 500,
      isFromKnown: true,
    });
  });

  it("takes an event's entry and the list's for the same", () => {
    const { entries } = historyOfCluster([
      mark(100, "created", JSON.stringify(entry), { part: "access-entry", key: ARN }),
      snapshot(900, [{ ...entry, policies: [] }]),
    ]);
    expect(entries.get(ARN)).toHaveLength(2);
  });
});
