import { describe, expect, it } from "vitest";
import { aLog, aPulse, aTrail, at, DAY, HOUR, MINUTE, NOW, REFUSED } from "@/lib/testing/coverage-scene";
import { findAlarms } from "./coverage-alarms";
import type { SourceCoverage } from "./coverage-report";
import type { LogPulse } from "./log-pulse";

const sentences = (source: SourceCoverage, pulse: LogPulse = aPulse(), nowMs = NOW) =>
  findAlarms([source], [pulse], nowMs).map(({ sentence }) => sentence);

describe("alarms of the authenticator's log", () => {
  it("is none while lines come", () => {
    expect(sentences(aLog())).toEqual([]);
  });

  it("tells a log that stopped, since when, and how often it usually brings a line", () => {
    expect(sentences(aLog(), aPulse({ newestMs: at("11:02") }))).toEqual([
      "The authenticator's log of prod has been silent since 11:02 UTC (usually a line every 40 s).",
    ]);
    expect(sentences(aLog(), aPulse({ newestMs: at("11:02", 3) }))).toEqual([
      "The authenticator's log of prod has been silent since 9 Nov 11:02 UTC (usually a line every 40 s).",
    ]);
  });

  it("waits half an hour, and ten times the usual gap", () => {
    expect(sentences(aLog(), aPulse({ newestMs: NOW - 30 * MINUTE }))).toEqual([]);
    expect(sentences(aLog(), aPulse({ newestMs: NOW - 31 * MINUTE }))).toHaveLength(1);
    const slow = { usualGapMs: 10 * MINUTE };
    expect(sentences(aLog(), aPulse({ ...slow, newestMs: NOW - 99 * MINUTE }))).toEqual([]);
    expect(sentences(aLog(), aPulse({ ...slow, newestMs: NOW - 101 * MINUTE }))).toHaveLength(1);
  });

  it("knows nights: a quiet that came three times is a habit, two outages are not", () => {
    const night = (daysAgo: number) => ({ from: at("00:00", daysAgo), to: at("05:00", daysAgo) });
    const newestMs = NOW - 6 * HOUR;
    expect(sentences(aLog(), aPulse({ newestMs, quiet: [3, 2, 1].map(night) }))).toEqual([]);
    expect(sentences(aLog(), aPulse({ newestMs, quiet: [night(2)] }))).toHaveLength(1);
  });

  it("takes what we did not read for no habit of the log", () => {
    const missed = [3, 2, 1].map((daysAgo) => ({ from: at("00:00", daysAgo), to: at("05:00", daysAgo) }));
    const read = [
      { from: NOW - 14 * DAY, to: at("00:00", 3) },
      { from: at("05:00", 3), to: at("00:00", 2) },
      { from: at("05:00", 2), to: at("00:00", 1) },
      { from: at("05:00", 1), to: NOW },
    ];
    expect(sentences(aLog({ read }), aPulse({ newestMs: NOW - 2 * HOUR, quiet: missed }))).toHaveLength(1);
  });

  it("says nothing of a log without a steady pulse: a few lines, a few hours, or one now and then", () => {
    const newestMs = NOW - 5 * HOUR;
    expect(sentences(aLog(), aPulse({ newestMs, lines: 19 }))).toEqual([]);
    expect(sentences(aLog(), aPulse({ newestMs, firstMs: newestMs - 5 * HOUR }))).toEqual([]);
    expect(sentences(aLog(), aPulse({ newestMs: NOW - DAY, usualGapMs: 2 * HOUR }))).toEqual([]);
  });

  it("does not blame the log for what we did not read", () => {
    const read = [{ from: NOW - 14 * DAY, to: at("11:02") }];
    const failed = aLog({ state: "failed", problem: REFUSED, read });
    const pulse = aPulse({ newestMs: at("11:01") });
    expect(sentences(failed, pulse)).toEqual([
      "Gatebook has not read the authenticator's log of prod since 11:02 UTC: AWS refused logs:FilterLogEvents on /aws/eks/prod/cluster.",
    ]);
    expect(sentences(aLog({ read }), pulse)).toEqual([
      "Gatebook has not read the authenticator's log of prod since 11:02 UTC: It grows faster than it is read, or cannot be stored.",
    ]);
    expect(sentences(failed, pulse, at("11:10"))).toEqual([]);
  });

  it("does not ring for a first reading, an imported file or CloudTrail", () => {
    const pulse = aPulse({ newestMs: at("02:00") });
    expect(sentences(aLog({ state: "reading" }), pulse)).toEqual([]);
    expect(sentences(aLog({ state: "imported" }), pulse)).toEqual([]);
    expect(sentences(aTrail(), pulse)).toEqual([]);
  });
});
