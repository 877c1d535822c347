import { expect, test } from "vitest";
import { anEntrance } from "@/lib/testing/an-entrance";
import { accessEntry, pictureCluster } from "@/lib/testing/cluster-picture";
import type { WorkRow } from "../entrances/kept-work";
import { adminHolders } from "./admin-holder";
import { clusterAdmin, type ClusterAdminFacts } from "./cluster-admin";

const NOON = Date.UTC(2026, 10, 20, 12);
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const ADMIN = accessEntry(role("Admin"), { policies: ["AmazonEKSClusterAdminPolicy"] });
const asAdmin = (session: string, stretch = 0) =>
  anEntrance({
    ...{ arn: role("Admin"), session, stretch, attempts: 3, lastMs: NOON + stretch },
    username: `arn:aws:sts::111122223333:assumed-role/Admin/${session}`,
  });
const asMaster = (session: string) =>
  anEntrance({ arn: role("Old"), session, username: "kubernetes-admin", groups: ["system:masters"] });

const WITH = pictureCluster({ entries: [ADMIN] }, NOON);
const WITHOUT = pictureCluster({ entries: [] }, NOON);

test("who came while the rights were given is told, and not who came before or after", () => {
  const entrances = [asAdmin("alice", 0), asAdmin("alice", 1), asAdmin("bob", 2)];
  const holders = adminHolders(entrances, [WITHOUT, WITH, WITHOUT]);
  expect(holders.map(({ name, attempts, mapping }) => [name, attempts, mapping?.backEnd])).toEqual([
    ["alice", 3, "DynamicFile"],
  ]);
});

test("the log proves system:masters, whatever is known of the configuration", () => {
  const nothing = pictureCluster({}, NOON);
  const [holder] = adminHolders([asMaster("alice")], [nothing]);
  expect(holder).toMatchObject({ name: "alice", by: [{ kind: "masters" }], mapping: null, isSure: true });
});

test("rights that were read at another time are not sure", () => {
  const assumed = { ...WITH.parts.accessEntries, certainty: "assumed" } as const;
  const at = { ...WITH, parts: { ...WITH.parts, accessEntries: assumed } };
  expect(adminHolders([asAdmin("alice")], [at])[0]?.isSure).toBe(false);
  expect(adminHolders([asAdmin("alice")], [WITH])[0]?.isSure).toBe(true);
  const { because } = clusterAdmin({ ...FACTS, stretches: [at] });
  expect(because.join(" ")).toContain("Access entries are known as of 20 Nov 12:00:00 UTC alone");
  expect(because.join(" ")).toContain("Roles and bindings are not known.");
});

const FACTS: ClusterAdminFacts = {
  ...{ cluster: "prod", holders: [], isWhole: true, work: [], stretches: [WITH], uncut: 0, now: WITH },
  ...{ seen: [], unread: [], workUnread: [] },
};
const verdictOf = (facts: ClusterAdminFacts) =>
  clusterAdmin(facts)
    .verdict.map(({ text }) => text)
    .join("");

test("people are told first, then what is not known as one, then what was not used", () => {
  expect(verdictOf(FACTS)).toBe(
    "Nobody came in to prod with all rights in this time. One mapping gives all rights just now and was not used.",
  );
  const holders = adminHolders([asAdmin("alice"), { ...asAdmin("deployer"), class: "ci" }], [WITH]);
  expect(verdictOf({ ...FACTS, holders })).toBe(
    "One person came in to prod with all rights in this time: alice. Besides, one that is not known as a person: deployer. Every mapping that gives all rights was used.",
  );
});

test("who could have and did not is told with who came by that mapping lately", () => {
  const caller = asAdmin("carol").caller;
  if (caller === null) throw new Error("she has a caller");
  const seen = [
    { ...caller, class: "person", name: "carol", attempts: 1, granted: 1, lastDayMs: NOON } as const,
  ];
  expect(clusterAdmin({ ...FACTS, seen }).unused.map(({ entry, names }) => [entry.arn, names])).toEqual([
    [role("Admin"), ["carol"]],
  ]);
});

test("requests are of the session that made them; those of one that nobody can tell apart are of both, and said to be", () => {
  const row = (sessionName: string | null, verb: string): WorkRow => ({
    ...{ username: "kubernetes-admin", canonicalArn: role("Old"), sessionName, verb, resource: "pods" },
    ...{ denied: 0, count: 2, lastMs: NOON },
  });
  const holders = adminHolders([asMaster("alice"), asMaster("bob")], [WITH]);
  const ask = (work: readonly WorkRow[]) =>
    clusterAdmin({ ...FACTS, holders, work }).holders.map(({ name, did, isShared }) => [
      name,
      did?.requests ?? null,
      isShared,
    ]);
  expect(ask([row("alice", "delete"), row("alice", "create")])).toEqual([
    ["alice", 4, false],
    ["bob", null, false],
  ]);
  expect(ask([row(null, "delete")])).toEqual([
    ["alice", 2, true],
    ["bob", 2, true],
  ]);
});
