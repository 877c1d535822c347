import { describe, expect, it } from "vitest";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { narrowAttempts, narrowClusters } from "./narrow-filter";

const FREE: AttemptFilter = { ...NO_FACETS, range: { from: 0, to: 1 }, text: "", noise: "show" };
const SEEN = ["prod", "prod-eu"];

describe("the clusters that may be seen", () => {
  it("stand where none was named, and are what is left where some were", () => {
    expect(narrowClusters([], SEEN)).toEqual(SEEN);
    expect(narrowClusters(["prod", "dev"], SEEN)).toEqual(["prod"]);
  });

  it.each([
    [["dev"], SEEN],
    [[], []],
    [["dev"], []],
  ])("never become all: %j of %j", (asked, seen) => {
    const left = narrowClusters(asked, seen);
    expect(left).toHaveLength(1);
    expect([...SEEN, "dev"]).not.toContain(left[0]);
  });
});

describe("terms of a search", () => {
  const term = (pattern: readonly string[], excluded = false) =>
    ({ key: "cluster", pattern, excluded }) as const;

  it("add no cluster that may not be seen", () => {
    const { cluster, where } = narrowAttempts({ ...FREE, cluster: ["prod"], where: [term(["dev"])] }, SEEN);
    expect([cluster, where]).toEqual([["prod"], []]);
    expect(narrowAttempts({ ...FREE, where: [term(["dev"])] }, SEEN).cluster).not.toContain("prod");
  });

  it("find those that may, by patterns too", () => {
    expect(narrowAttempts({ ...FREE, where: [term(["prod-", ""])] }, SEEN).cluster).toEqual(["prod-eu"]);
  });

  it("that leave some out stay", () => {
    const where = [term(["prod"], true), { key: "text", pattern: ["x"], excluded: false } as const];
    const narrowed = narrowAttempts({ ...FREE, where }, SEEN);
    expect([narrowed.cluster, narrowed.where]).toEqual([SEEN, where]);
  });
});
