import { expect, test } from "vitest";
import type { ClusterSummary } from "@/lib/domain/summarize/clusters/cluster-report";
import { countByState, matchText, pickStates } from "./pick-clusters";

function aCluster(cluster: string, over: Partial<ClusterSummary> = {}): ClusterSummary {
  return {
    cluster,
    accountId: "111122223333",
    region: "eu-west-1",
    state: "following",
    progress: 1,
    pace: null,
    problem: null,
    alarm: null,
    newestLineMs: null,
    newestMs: null,
    granted: 0,
    denied: 0,
    gaps: [],
    ...over,
  };
}

const REFUSED = { code: "forbidden", message: "AWS refused it.", remedy: "r", permission: "x" } as const;
const CLUSTERS = [
  aCluster("shop-prod", { state: "failed", problem: REFUSED }),
  aCluster("shop-dev"),
  aCluster("pay-prod", { accountId: "444455556666", region: "us-east-2" }),
];
const names = (found: readonly ClusterSummary[]) => found.map(({ cluster }) => cluster);

test("every word is looked for in name, place, state and reason", () => {
  expect(names(matchText(CLUSTERS, ""))).toEqual(["shop-prod", "shop-dev", "pay-prod"]);
  expect(names(matchText(CLUSTERS, " PROD  4444"))).toEqual(["pay-prod"]);
  expect(names(matchText(CLUSTERS, "refused"))).toEqual(["shop-prod"]);
  expect(names(matchText(CLUSTERS, "following eu-west"))).toEqual(["shop-dev"]);
  expect(names(matchText(CLUSTERS, "nothing of the kind"))).toEqual([]);
});

test("states are counted as they stand, and chosen", () => {
  expect(countByState(CLUSTERS)).toEqual([
    ["failed", 1],
    ["following", 2],
  ]);
  expect(names(pickStates(CLUSTERS, { state: ["failed"] }))).toEqual(["shop-prod"]);
  expect(names(pickStates(CLUSTERS, { state: [] }))).toHaveLength(3);
});
