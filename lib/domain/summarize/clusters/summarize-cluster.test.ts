import { expect, test } from "vitest";
import { aLog, aPulse, at, LOG_OFF, NOW, REFUSED } from "@/lib/testing/coverage-scene";
import { type ClusterFacts, summarizeCluster } from "./summarize-cluster";

function stateOf(source: ReturnType<typeof aLog>, over: Partial<ClusterFacts> = {}): string | undefined {
  const facts = { cluster: "prod", sources: [source], pulse: aPulse(), activity: undefined, nowMs: NOW };
  return summarizeCluster({ ...facts, diskFull: false, ...over })?.state;
}

test("a cluster whose log is followed is not called so while the disk is full", () => {
  expect(stateOf(aLog())).toBe("following");
  expect(stateOf(aLog(), { diskFull: true })).toBe("disk-full");
  expect(stateOf(aLog({ state: "reading", progress: 0.3 }), { diskFull: true })).toBe("disk-full");
});

test("what room on the disk would not mend is told first", () => {
  expect(stateOf(aLog({ state: "failed", problem: REFUSED }), { diskFull: true })).toBe("failed");
  expect(stateOf(aLog({ state: "failed", problem: LOG_OFF }), { diskFull: true })).toBe("log-off");
  expect(stateOf(aLog({ state: "imported" }), { diskFull: true })).toBe("imported");
  const silent = aPulse({ newestMs: at("02:00") });
  expect(stateOf(aLog({ newestMs: at("02:00") }), { pulse: silent, diskFull: true })).toBe("silent");
});
