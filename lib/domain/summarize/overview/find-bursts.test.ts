import { expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../time/durations";
import type { DenialBurst, DenialCount, MappingChange } from "./denial-burst";
import { BURST_STEP_MS, findBursts } from "./find-bursts";
import { usualDenials } from "./usual-denials";

const START = Date.UTC(2026, 10, 26, 10, 40);
const ALICE = "arn:aws:iam::111122223333:role/Alice";

/** `minute count reason principal`, one a line; `-` = STS vouched for nobody. */
function denials(picture: string): DenialCount[] {
  return picture
    .trim()
    .split("\n")
    .map((line) => {
      const [minute = "", denied = "", code = "", name = "-"] = line.trim().split(" ");
      const timeMs = START + Number(minute) * MINUTE_MS;
      return {
        stepMs: Math.floor(timeMs / BURST_STEP_MS) * BURST_STEP_MS,
        code: code as DenialCount["code"],
        principal: name === "-" ? null : `arn:aws:iam::111122223333:role/${name}`,
        denied: Number(denied),
        firstMs: timeMs,
        lastMs: timeMs,
      };
    });
}

function aChange(minute: number, over: Partial<MappingChange> = {}): MappingChange {
  return {
    kind: "changed",
    part: "aws-auth",
    key: "",
    timeMs: START + minute * MINUTE_MS,
    by: null,
    ...over,
  };
}

const CAROL = {
  arn: null,
  username: "carol",
  accessKeyId: null,
} as MappingChange["by"];

const QUIET = Array.from({ length: 168 }, () => 0);

function tell(picture: string, changes: readonly MappingChange[] = [], hoursBefore = QUIET): string[] {
  return findBursts({ cluster: "prod", counts: denials(picture), hoursBefore, changes }).map(inWords);
}

function inWords({ from, to, denied, causes, others }: DenialBurst): string {
  const minute = (ms: number) => (ms - START) / MINUTE_MS;
  const told = causes.map((one) => `${one.denied} ${one.kind} ${one.code} ${one.confidence}`);
  return `${minute(from)}-${minute(to)}: ${denied} = ${[...told, `${others} others`].join(", ")}`;
}

it("sees no burst where few are denied, or as many as ever", () => {
  expect(tell("0 7 not-mapped Alice")).toEqual([]);
  const busy = QUIET.map((_, i) => 60 + (i % 5));
  expect(tell("0 30 not-mapped Alice", [], busy)).toEqual([]);
  expect(tell("0 40 not-mapped Alice", [], busy)).toHaveLength(1);
});

it("is not put off by hours of trouble among those before", () => {
  const some = QUIET.map((_, i) => (i % 30 === 0 ? 500 : i % 3));
  expect(usualDenials(some)).toBeLessThan(6);
  expect(usualDenials([])).toBe(0);
  expect(tell("0 8 not-mapped Alice", [], some)).toHaveLength(1);
});

it.each([
  ["a complaint about aws-auth", aChange(-1, { kind: "broken" }), "aws-auth-broken not-mapped timed"],
  ["an edit of aws-auth", aChange(-5), "mapping-changed not-mapped timed"],
  [
    "an entry taken away",
    aChange(-5, { kind: "removed", part: "access-entry", key: ALICE }),
    "mapping-changed not-mapped timed",
  ],
  ["an edit an hour before", aChange(-60), null],
  ["an edit after it began", aChange(2), null],
  ["an edit of roles and bindings", aChange(-5, { part: "rbac", kind: "written" }), null],
  ["an entry that was added", aChange(-5, { kind: "created", part: "access-entry" }), null],
])("blames %s only where it can have done it", (_what, change, cause) => {
  const [burst] = tell("0 5 not-mapped Alice\n3 5 not-mapped Bob", [change]);
  expect(burst).toBe(`0-3: 10 = 10 ${cause ?? "one-reason not-mapped observed"}, 0 others`);
});

it("calls the complaint before the edit that led to it, with the author of that edit", () => {
  const [burst] = findBursts({
    cluster: "prod",
    counts: denials("4 9 not-mapped Alice"),
    hoursBefore: QUIET,
    changes: [aChange(1), aChange(0, { by: CAROL }), aChange(0, { kind: "broken" }), aChange(-5)],
  });
  expect(burst?.causes[0]?.change).toMatchObject({ kind: "broken", by: CAROL });
});

it("takes two denials for a burst where a change of the mappings came before them", () => {
  expect(tell("4 1 not-mapped Bob\n9 1 not-mapped Bob", [aChange(0)])).toEqual([
    "4-9: 2 = 2 mapping-changed not-mapped timed, 0 others",
  ]);
  expect(tell("4 2 token-expired", [aChange(0)])).toEqual([]);
});

it.each([
  ["0 20 sts-throttled", "20 sts-throttled sts-throttled observed"],
  ["0 9 sts-unreachable\n1 2 sts-answer-broken", "11 sts-unreachable sts-unreachable observed"],
  ["0 18 not-mapped Alice\n1 2 not-mapped Bob", "20 one-principal not-mapped observed"],
  ["0 10 not-mapped Alice\n1 10 not-mapped Bob", "20 one-reason not-mapped observed"],
  ["0 9 token-expired\n1 3 token-malformed", "12 bad-tokens token-expired observed"],
  ["0 9 key-unknown", "9 one-reason key-unknown observed"],
])("reads what is common to\n%s", (picture, cause) => {
  expect(tell(picture)[0]).toContain(`= ${cause}, 0 others`);
});

it("tells two causes at once, that of most first, and counts what belongs to neither", () => {
  const picture = "0 20 sts-throttled\n1 30 not-mapped Alice\n2 10 not-mapped Bob\n3 2 token-expired";
  expect(tell(picture, [aChange(0, { kind: "broken" })])).toEqual([
    "0-3: 62 = 40 aws-auth-broken not-mapped timed, 20 sts-throttled sts-throttled observed, 2 others",
  ]);
});

it("joins steps that are near, and tells the newest burst first", () => {
  expect(tell("0 9 sts-throttled\n25 9 sts-throttled\n300 9 sts-throttled")).toEqual([
    "300-300: 9 = 9 sts-throttled sts-throttled observed, 0 others",
    "0-25: 18 = 18 sts-throttled sts-throttled observed, 0 others",
  ]);
  expect(BURST_STEP_MS * 6).toBe(HOUR_MS);
});
