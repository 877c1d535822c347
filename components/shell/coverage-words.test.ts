import { expect, test } from "vitest";
import type { CoverageReport, SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { aLog, aTrail, NOW } from "@/lib/testing/coverage-scene";
import { paceWords, readingPaceWords, sourceState, summarizeCoverage } from "./coverage-words";

function aReport(...sources: SourceCoverage[]): CoverageReport {
  const storage = { state: "ok", sinceMs: null, freeBytes: null, setAside: [] } as const;
  return { nowMs: NOW, sample: false, clusters: ["prod"], sources, alarms: [], storage };
}

const slowed = { slowed: true, secondsLeft: 720 };

test("the pace is told while something is being read", () => {
  expect(paceWords({ state: "reading", pace: slowed })).toBe("Slowed by AWS, about 12 min left");
  expect(paceWords({ state: "reading", pace: { slowed: true, secondsLeft: null } })).toBe("Slowed by AWS");
  expect(paceWords({ state: "reading", pace: { slowed: false, secondsLeft: 30 } })).toBe("About 30 s left");
  expect(paceWords({ state: "reading", pace: { slowed: false, secondsLeft: 0 } })).toBeNull();
  expect(paceWords({ state: "following", pace: slowed })).toBeNull();
  expect(paceWords({ state: "failed", pace: slowed })).toBeNull();
});

test("the slowest of all tells how long it takes, and the header of every page says so", () => {
  const log = aLog({ state: "following", pace: { slowed: true, secondsLeft: 0 } });
  const quick = aTrail({
    id: "1",
    state: "reading",
    progress: 0.5,
    pace: { slowed: false, secondsLeft: 60 },
  });
  const slow = aTrail({ id: "2", state: "reading", progress: 0, pace: slowed });
  expect(readingPaceWords(aReport(log, quick, slow))).toBe("Slowed by AWS, about 12 min left");
  expect(summarizeCoverage(aReport(log, quick, slow))).toEqual({
    text: "1 cluster · reading 50 % · slowed by AWS, about 12 min left",
    tone: "open",
  });
  expect(summarizeCoverage(aReport(log, quick)).text).toBe("1 cluster · reading 75 %");
  expect(readingPaceWords(aReport(log))).toBeNull();
  const storage = { state: "full", sinceMs: NOW, freeBytes: 0, setAside: [] } as const;
  expect(summarizeCoverage({ ...aReport(log), storage }).text).toBe("Disk full · 1 cluster");
});

test("what is read to the end of the look-back says no percentage, and nothing is up to date while the disk is full", () => {
  const words = (over: Partial<SourceCoverage>, storage: "ok" | "full" = "ok") =>
    sourceState(aLog(over), storage).word;
  expect(words({ state: "reading", progress: 0.999 })).toBe("Reading 99 %");
  expect(words({ state: "reading", progress: 1 })).toBe("Catching up");
  expect(summarizeCoverage(aReport(aLog({ state: "reading" }), aTrail())).text).toBe(
    "1 cluster · catching up",
  );
  expect(words({})).toBe("Up to date");
  expect(words({}, "full")).toBe("Disk full");
  expect(words({ state: "reading", progress: 0.5 }, "full")).toBe("Disk full");
  expect(words({ state: "failed" }, "full")).toBe("Failed");
  expect(words({ state: "imported" }, "full")).toBe("Imported");
});
