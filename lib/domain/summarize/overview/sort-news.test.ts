import { expect, it } from "vitest";
import { type FirstSight, findNewReasons, sortNews } from "./sort-news";

const FROM = 1_000;

function aSight(value: string, cluster: string, over: Partial<FirstSight> = {}): FirstSight {
  const counts = { granted: 1, denied: 0 };
  return { kind: "person", value, cluster, isKnownElsewhere: false, firstMs: FROM + 1, ...counts, ...over };
}

it("gathers a newcomer's clusters in the order of his coming, the newest newcomer first", () => {
  const sights = [
    aSight("bob", "prod", { firstMs: FROM + 30, denied: 2 }),
    aSight("bob", "dev", { firstMs: FROM + 20 }),
    aSight("carol", "dev", { firstMs: FROM + 25 }),
  ];
  const { first, sinceMs } = sortNews(
    sights,
    new Map([
      ["prod", 10],
      ["dev", 20],
    ]),
    FROM,
  );
  expect(first).toEqual([
    { kind: "person", value: "carol", clusters: ["dev"], firstMs: FROM + 25, granted: 1, denied: 0 },
    { kind: "person", value: "bob", clusters: ["dev", "prod"], firstMs: FROM + 20, granted: 2, denied: 2 },
  ]);
  expect(sinceMs).toBe(10);
});

it("calls nobody new where nothing older was read", () => {
  const sights = [aSight("bob", "prod"), aSight("carol", "new")];
  expect(
    sortNews(
      sights,
      new Map([
        ["prod", FROM],
        ["new", FROM],
      ]),
      FROM,
    ),
  ).toMatchObject({
    sinceMs: null,
    first: [],
    clustersWithoutPast: ["new", "prod"],
  });
  const some = sortNews(
    sights,
    new Map([
      ["prod", 10],
      ["new", FROM],
    ]),
    FROM,
  );
  expect(some.first.map(({ value }) => value)).toEqual(["bob"]);
  expect(some.clustersWithoutPast).toEqual(["new"]);
});

it("tells people who are known but new at a cluster apart, and no other kind of them", () => {
  const known = { isKnownElsewhere: true };
  const sights = [aSight("bob", "prod", known), aSight("dev-role", "prod", { ...known, kind: "role" })];
  const { first, reached } = sortNews(sights, new Map([["prod", 10]]), FROM);
  expect(first).toEqual([]);
  expect(reached.map(({ value }) => value)).toEqual(["bob"]);
});

it("takes a reason for new by its code, not by the names that its text quotes", () => {
  const denied = { cluster: "prod", denied: 1, firstMs: FROM };
  const texts = [
    { ...denied, error: "ARN is not mapped: arn:aws:iam::111122223333:role/b" },
    { ...denied, error: "sts getCallerIdentity was throttled: b" },
    { ...denied, error: "sts getCallerIdentity was throttled: a", cluster: "dev", firstMs: FROM - 1 },
  ];
  expect(findNewReasons(texts, ["ARN is not mapped: arn:aws:iam::111122223333:role/a"])).toEqual([
    {
      code: "sts-throttled",
      title: expect.stringMatching(/STS/),
      error: "sts getCallerIdentity was throttled: a",
      clusters: ["dev", "prod"],
      denied: 2,
      firstMs: FROM - 1,
    },
  ]);
});
