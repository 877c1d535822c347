import { describe, expect, it } from "vitest";
import { aLog, aPulse, aTrail, at, DAY, LOG_OFF, NOW, REFUSED } from "@/lib/testing/coverage-scene";
import { findGaps } from "./coverage-gaps";
import type { SourceCoverage } from "./coverage-report";
import { gapSentence } from "./gap-sentence";
import type { LogPulse } from "./log-pulse";
import { reportOnCluster } from "../clusters/report-cluster";
import { clusterGaps } from "../clusters/summarize-cluster";

const WEEK = { from: NOW - 7 * DAY, to: NOW };

function sentences(source: SourceCoverage, of: LogPulse | null = aPulse(), range = WEEK): string[] {
  const pulse = of ?? undefined;
  const gaps = findGaps(source, { range, nowMs: NOW, pulse, readElsewhere: [] });
  return gaps.map((gap) => gapSentence(gap, { source, pulse, nowMs: NOW }));
}

describe("gaps in what was read", () => {
  it("are none where all was read; the seconds since the last poll are none either", () => {
    expect(sentences(aLog())).toEqual([]);
    expect(sentences(aLog({ read: [{ from: WEEK.from, to: NOW - 20_000 }] }))).toEqual([]);
  });

  it("say that AWS refused, up to now", () => {
    const read = [{ from: WEEK.from, to: at("13:00") }];
    expect(sentences(aLog({ state: "failed", problem: REFUSED, read }))).toEqual([
      "12 Nov 13:00 – 14:20 UTC not read: AWS refused logs:FilterLogEvents on /aws/eks/prod/cluster.",
    ]);
  });

  it("say how far the first reading is", () => {
    const read = [{ from: at("10:00"), to: NOW }];
    expect(sentences(aLog({ state: "reading", read, progress: 0.637 }))).toEqual([
      "5 Nov 14:20 – 12 Nov 10:00 UTC not read yet: the newest comes first, 63 % is read.",
    ]);
  });

  it("say where the log was off, and that EKS does not fill it in", () => {
    const off = aLog({ state: "failed", problem: LOG_OFF, read: [], records: 0, newestMs: null });
    expect(sentences(off, null, { from: at("10:00"), to: NOW })).toEqual([
      "12 Nov 10:00 – 14:20 UTC not there: The authenticator log of prod is switched off, and nothing of it is stored. EKS does not fill it in afterwards.",
    ]);
  });

  it("say so too where the log was read and is empty since it was switched off", () => {
    const since = at("10:00", 2);
    const problem = { ...LOG_OFF, sinceMs: since };
    const told = "not there: The authenticator log of prod is switched off";
    const off = aLog({
      state: "failed",
      problem,
      newestMs: since - 1,
      read: [{ from: WEEK.from, to: at("14:00") }],
    });
    const pulse = aPulse({ newestMs: since - 1 });
    expect(sentences(off, pulse)).toEqual([
      expect.stringContaining(`10 Nov 10:00 – 12 Nov 14:20 UTC ${told}`),
    ]);
    const unknown = { ...off, problem: LOG_OFF, newestMs: at("09:00", 2) };
    expect(sentences(unknown, pulse)).toEqual([
      expect.stringContaining(`10 Nov 09:00 – 12 Nov 14:20 UTC ${told}`),
    ]);
  });

  it("tell what is still to be read of a log from what it no longer writes", () => {
    const problem = { ...LOG_OFF, sinceMs: at("10:00", 2) };
    const read = [{ from: at("08:00", 2), to: at("10:00", 1) }];
    const off = aLog({ state: "failed", problem, newestMs: at("09:59", 2), read, progress: 0.3 });
    expect(sentences(off, aPulse({ newestMs: at("09:59", 2) }))).toEqual([
      "5 Nov 14:20 – 10 Nov 08:00 UTC not read yet: the newest comes first, 30 % is read.",
      expect.stringMatching(/^10 Nov 10:00 – 12 Nov 14:20 UTC not there: /),
    ]);
  });

  it("tell what AWS no longer keeps from what was not asked for", () => {
    const range = { from: NOW - 100 * DAY, to: NOW - 10 * DAY };
    expect(sentences(aTrail({ kept: { days: 90 } }), null, range)).toEqual([
      "4 Aug 14:20 – 14 Aug 14:20 UTC gone: CloudTrail keeps its event history for 90 days.",
      "14 Aug 14:20 – 29 Oct 14:20 UTC not read: Gatebook was asked to look back to 29 Oct 14:20:00 UTC only.",
    ]);
    const bucket = aTrail({ kept: null });
    expect(sentences(bucket, null, range)).toEqual([expect.stringContaining("4 Aug 14:20 – 29 Oct")]);
  });

  it("say where the log was silent although it was read", () => {
    const quiet = [{ from: at("01:00", 2), to: at("09:30", 2) }];
    expect(sentences(aLog(), aPulse({ quiet }))).toEqual([
      "10 Nov 01:00 – 09:30 UTC read, but the log holds no line, where it usually has one every 40 s. Who got in then is not known.",
    ]);
  });

  it("say where the log begins", () => {
    expect(sentences(aLog(), aPulse({ firstMs: at("08:00", 3) }))).toEqual([
      "5 Nov 14:20 – 9 Nov 08:00 UTC read, but the log begins later, at 9 Nov 08:00:00 UTC: before, it was off, or its retention has removed it.",
    ]);
    expect(sentences(aLog({ kept: { days: 5 } }), aPulse({ firstMs: at("08:00", 3) }))).toEqual([
      "5 Nov 14:20 – 7 Nov 14:20 UTC gone: the log group keeps its lines for 5 days.",
      "7 Nov 14:20 – 9 Nov 08:00 UTC read, but the log begins later, at 9 Nov 08:00:00 UTC: before, it was off, or somebody deleted it.",
    ]);
    const empty = aLog({ records: 0, newestMs: null });
    expect(sentences(empty, null, { from: at("10:00"), to: NOW })).toEqual([
      "12 Nov 10:00 – 14:20 UTC read, but the log holds no line. It may be switched off, or empty.",
    ]);
  });

  it("end where an imported file fills them, and stay around it", () => {
    const read = [{ from: WEEK.from, to: at("10:00") }];
    const failed = aLog({ state: "failed", problem: REFUSED, read });
    const file = aLog({ id: "file", state: "imported", read: [{ from: at("10:00"), to: at("12:00") }] });
    const gaps = clusterGaps({ cluster: "prod", sources: [file, failed], pulse: aPulse(), nowMs: NOW }, WEEK);
    expect(gaps).toEqual([{ sourceId: failed.id, kind: "refused", from: at("12:00"), to: NOW }]);
    expect(sentences({ ...file, read: [{ from: WEEK.from, to: at("12:00") }] })).toEqual([
      "12 Nov 12:00 – 14:20 UTC not read: nothing was imported for this time.",
    ]);
  });
});

describe("the report of a cluster", () => {
  const activity = { cluster: "prod", granted: 7, denied: 2, newestMs: NOW };
  const tell = (sources: SourceCoverage[], cluster = "prod") =>
    reportOnCluster({ cluster, sources, pulse: aPulse(), activity, diskFull: false, nowMs: NOW });

  it("holds its log and its account's CloudTrail, the newest gap first", () => {
    const read = [
      { from: NOW - 14 * DAY, to: at("10:00", 2) },
      { from: at("11:00", 2), to: at("13:00") },
    ];
    const other = aLog({ id: "other", cluster: "staging" });
    const stranger = aTrail({ id: "stranger", accountId: "444455556666" });
    const failed = aLog({ state: "failed", problem: REFUSED, read });
    const report = tell([failed, other, aTrail(), stranger]);
    expect(report?.sources.map(({ coverage }) => coverage.label)).toEqual([
      "prod · authenticator log",
      "111122223333 eu-west-1 · CloudTrail",
    ]);
    expect(report?.sources[0]?.gaps.map(({ from }) => from)).toEqual([at("13:00"), at("10:00", 2)]);
    expect(report?.summary).toMatchObject({ state: "failed", granted: 7, denied: 2 });
    expect(report?.blindSpots[0]?.why).toBe(REFUSED.message);
  });

  it("says so where no CloudTrail of the account is read", () => {
    const spots = tell([aLog()])?.blindSpots.map(({ why }) => why) ?? [];
    expect(spots).toContain("No CloudTrail of account 111122223333 is read.");
    expect(tell([aLog(), aTrail()])?.blindSpots).toHaveLength(4);
  });

  it("is none for a name that no source has", () => {
    expect(tell([aLog(), aTrail()], "prdo")).toBeNull();
  });
});
