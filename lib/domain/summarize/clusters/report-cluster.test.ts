import { expect, it } from "vitest";
import { aLog, aTrail, DAY, NOW } from "@/lib/testing/coverage-scene";
import { reportOnCluster } from "./report-cluster";

const HISTORY = aTrail({ read: [{ from: NOW - DAY, to: NOW }] });
const TRAIL = aTrail({ id: "trail/s3/111122223333/eu-west-1" });

function gapsOf(sources: readonly ReturnType<typeof aTrail>[]) {
  const facts = {
    cluster: "prod",
    sources: [aLog(), ...sources],
    pulse: undefined,
    activity: undefined,
    diskFull: false,
    nowMs: NOW,
  };
  const report = reportOnCluster(facts);
  return report?.sources
    .filter(({ coverage }) => coverage.kind === "cloudtrail")
    .map(({ gaps }) => gaps.length);
}

it("counts nothing as missing of an event history that a trail of the same account and Region holds", () => {
  expect(gapsOf([HISTORY])).toEqual([1]);
  expect(gapsOf([HISTORY, TRAIL])).toEqual([0, 0]);
});

it("still does where the trail is of another Region", () => {
  expect(gapsOf([HISTORY, { ...TRAIL, region: "us-east-1" }])).toEqual([1, 0]);
});
