import { describe, expect, test } from "vitest";
import type { CoverageReport, SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { findEmptyReasons } from "./empty-reasons";

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const WEEK = { from: NOW - 7 * DAY, to: NOW };

function log(over: Partial<SourceCoverage> = {}): SourceCoverage {
  return {
    id: "authenticator-log/111122223333/eu-west-1/prod",
    kind: "authenticator-log",
    label: "prod · authenticator log",
    cluster: "prod",
    accountId: "111122223333",
    region: "eu-west-1",
    state: "following",
    problem: null,
    asked: WEEK,
    read: [WEEK],
    progress: 1,
    records: 10,
    rejects: 0,
    late: 0,
    settledToMs: null,
    newestMs: NOW,
    pace: null,
    kept: null,
    lastReadMs: NOW,
    way: null,
    ...over,
  };
}

const report = (...sources: SourceCoverage[]): CoverageReport => ({
  nowMs: NOW,
  sample: false,
  clusters: ["prod"],
  sources,
  alarms: [],
  storage: { state: "ok", sinceMs: null, freeBytes: null, setAside: [] },
});

function reasons(
  sources: SourceCoverage[],
  over: {
    range?: { from: number; to: number };
    filtered?: boolean;
    folded?: { node: number; aws: number };
    clusters?: string[];
    wider?: Parameters<typeof findEmptyReasons>[0]["wider"];
  } = {},
) {
  const range = { from: NOW - DAY, to: NOW };
  const view = { range, filtered: false, folded: { node: 0, aws: 0 }, clusters: [], wider: [], ...over };
  return findEmptyReasons({ coverage: report(...sources), ...view });
}

const LOG_OFF = {
  code: "log-type-off",
  message: "prod does not write its authenticator log.",
  remedy: "Switch it on:",
  command: "aws eks update-cluster-config …",
  permission: null,
} as const;

describe("why a list is empty", () => {
  test("a source that failed says what and how to mend it", () => {
    const [reason] = reasons([log({ state: "failed", problem: LOG_OFF, read: [] })]);
    expect(reason?.title).toBe("prod · authenticator log cannot be read");
    expect(reason?.problem).toEqual(LOG_OFF);
  });

  test("a source of another cluster than those asked for is no reason", () => {
    const failed = log({ state: "failed", problem: LOG_OFF, read: [] });
    const staging = log({ cluster: "staging", label: "staging · authenticator log" });
    expect(reasons([failed, staging], { clusters: ["staging"] }).map(({ title }) => title)).toEqual([
      "No attempt is in the log for this time",
    ]);
  });

  test("a source still being read says how far, unless it has already read this range", () => {
    const reading = { state: "reading", progress: 0.426, read: [{ from: NOW - DAY / 2, to: NOW }] } as const;
    expect(reasons([log(reading)])[0]).toMatchObject({
      title: "Still reading",
      detail: "prod · authenticator log: reading 42 %. Newest first; this page follows.",
    });
    const [within] = reasons([log(reading)], { range: { from: NOW - DAY / 4, to: NOW } });
    expect(within?.title).toBe("No attempt is in the log for this time");
  });

  test("a range outside of what was read offers what was", () => {
    const range = { from: NOW - 30 * DAY, to: NOW - 20 * DAY };
    expect(reasons([log()], { range })[0]).toMatchObject({
      title: "This time was not read",
      remedy: { kind: "show-range", range: WEEK },
    });
  });

  test("folded attempts and filters are named, each with its remedy", () => {
    const found = reasons([log()], { filtered: true, folded: { node: 1_200, aws: 3 } });
    expect(found.map(({ title, remedy }) => [title, remedy?.kind])).toEqual([
      ["1,203 attempts folded away", "show-noise"],
      ["No attempt matches the filters", "clear-filters"],
    ]);
  });

  test("a name that was asked for whole and stands only within others can be asked for so", () => {
    const wider = { key: "username", pattern: ["", "alice", ""], excluded: false } as const;
    const term = { key: "username", literal: "alice", wider, names: 2, attempts: 1_021 } as const;
    const [first, second] = reasons([log()], { filtered: true, wider: [term] });
    expect(first).toMatchObject({
      title: "Nothing is called just “alice”",
      detail: "Kubernetes username: 2 names hold it, in 1,021 attempts under the other filters.",
      remedy: { kind: "widen", wider },
    });
    expect(second?.remedy).toEqual({ kind: "clear-filters" });
  });

  test("that there is nothing is said only when all was read", () => {
    expect(reasons([log()]).map(({ title }) => title)).toEqual(["No attempt is in the log for this time"]);
    expect(reasons([]).map(({ title }) => title)).toEqual(["No authenticator log is being read"]);
  });
});
