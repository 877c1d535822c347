import { describe, expect, it } from "vitest";
import type { PairedAttempt } from "../paired-attempt";
import type { StsCandidate } from "../sts-candidate";
import { leaveSlowOpen } from "./leave-slow-open";
import { toOnlyMatch, toTimedMatch } from "./sts-match";

const NOON = Date.UTC(2026, 10, 18, 12);

/** Lines and the events that matching gave them, in milliseconds after noon. */
function matched(pairs: readonly (readonly [line: number, event: number])[], precision: "ms" | "s" = "ms") {
  const ids = pairs.map((_, n) => `e${n}`);
  const attempts = pairs.map(([at]) => ({ decision: { timeMs: NOON + at } }) as PairedAttempt);
  const matches = pairs.map(([, at], n) => {
    const event = {
      eventId: `e${n}`,
      timeMs: NOON + at,
      timePrecision: precision,
      accessKeyId: "ASIAEXAMPLE",
    };
    return toTimedMatch(
      event as StsCandidate,
      ids.filter((id) => id !== event.eventId),
    );
  });
  return leaveSlowOpen(attempts, matches);
}

function chosen(...of: Parameters<typeof matched>) {
  return matched(...of).map((match) => match?.eventId);
}

describe("leaveSlowOpen", () => {
  it("leaves what was answered quickly, however far the clocks are apart", () => {
    for (const off of [-1900, 0, 1900])
      expect(
        chosen([
          [20, off],
          [220, 200 + off],
          [430, 400 + off],
        ]),
      ).toEqual(["e0", "e1", "e2"]);
  });

  it("leaves a slow answer that nothing overtook", () => {
    expect(
      chosen([
        [20, 0],
        [4000, 1000],
        [5020, 5000],
      ]),
    ).toEqual(["e0", "e1", "e2"]);
  });

  it("opens all that a slow answer may have been overtaken by, and none before", () => {
    // The second was answered after the fourth: in order, each later one has the event of the one before it.
    const pairs = [
      [20, 0],
      [620, 300],
      [920, 600],
      [3300, 900],
      [9020, 9000],
    ] as const;
    expect(chosen(pairs)).toEqual(["e0", null, null, null, "e4"]);
  });

  it("opens two that are both later than clocks explain, since they may have been crossed", () => {
    expect(
      chosen([
        [2700, 0],
        [5000, 2000],
      ]),
    ).toEqual([null, null]);
  });

  it("keeps every candidate as an alternative", () => {
    const [, opened] = matched([
      [20, 0],
      [620, 300],
      [920, 600],
      [3300, 900],
    ]);
    expect(opened).toEqual(toTimedMatch(null, ["e1", "e0", "e2", "e3"]));
  });

  it("takes one that is open already for one that may have overtaken it", () => {
    const event = (eventId: string, at: number) =>
      ({ eventId, timeMs: NOON + at, timePrecision: "ms", accessKeyId: "ASIAEXAMPLE" }) as StsCandidate;
    const attempts = [20, 320, 3000].map((at) => ({ decision: { timeMs: NOON + at } }) as PairedAttempt);
    const found = leaveSlowOpen(attempts, [
      toTimedMatch(event("a", 0), ["b", "c"]),
      toTimedMatch(null, ["a", "b", "c"]),
      toTimedMatch(event("c", 300), ["a", "b"]),
    ]);
    expect(found.map((match) => match?.eventId)).toEqual(["a", null, null]);
  });

  it("does not know of a second when in it the answer came", () => {
    expect(
      chosen(
        [
          [20, 0],
          [900, 0],
          [1100, 1000],
        ],
        "s",
      ),
    ).toEqual(["e0", "e1", "e2"]);
  });

  it("has nothing to do with an attempt that has one candidate", () => {
    const event = {
      eventId: "e",
      timeMs: NOON,
      timePrecision: "ms",
      accessKeyId: "ASIAEXAMPLE",
    } as StsCandidate;
    const only = toOnlyMatch(event, true);
    const attempt = { decision: { timeMs: NOON + 9_000 } } as PairedAttempt;
    expect(leaveSlowOpen([attempt], [only])).toEqual([only]);
  });
});
