import { describe, expect, it } from "vitest";
import { readRbac } from "../../parse/rbac/read-rbac";
import {
  actedAs,
  assumed,
  binding,
  clusterBinding,
  clusterRole,
  entry,
  entryOfDev,
  group,
  identity,
  role,
  rule,
  user,
} from "./cases/picture";
import { tellRefused } from "./cases/tell-answer";
import { indexAccess } from "./cluster-access";
import { listReach, type ListedGrant } from "./list-reach";
import type { PolicyEntry } from "./policy-grants";
import { reachOf } from "./reach-of";
import type { ReachSubject } from "./subject";

const EVERYTHING = rule("*", "*", { groups: "*" });

function list(subject: ReachSubject, objects: readonly object[], entries: readonly PolicyEntry[] = []) {
  const read = readRbac(JSON.stringify({ kind: "List", items: objects }));
  return listReach(reachOf(indexAccess({ ...read, entries }), subject));
}

function tell({ source, rules, isAdmin }: ListedGrant): string {
  const name = source.kind === "rbac" ? source.binding.name : source.policyArn.split("/")[1];
  return `${name}: ${rules.length} rules${isAdmin ? ", admin" : ""}`;
}

describe("listReach", () => {
  it("lists what holds everywhere and what holds in namespaces, by name", () => {
    const objects = [
      clusterRole("view", rule("get", "pods"), rule("list", "pods")),
      role("shop/all", EVERYTHING),
      clusterBinding("everywhere", "ClusterRole view", group("devs")),
      binding("shop/owner", "Role all", user("alice")),
      binding("bank/reader", "ClusterRole view", user("alice")),
      clusterBinding("others", "ClusterRole view", user("bob")),
    ];
    const found = list(identity("alice", "devs"), objects);
    expect(found.everywhere.map(tell)).toEqual(["everywhere: 2 rules"]);
    expect(found.inNamespaces.map(({ namespace, grants }) => [namespace, ...grants.map(tell)])).toEqual([
      ["bank", "reader: 2 rules"],
      ["shop", "owner: 1 rules, admin"],
    ]);
    expect(found).toMatchObject({ isMaster: false, isClusterAdmin: false, without: [], unknown: [] });
  });

  it("marks cluster admins: masters, cluster-admin and its access policy, in the whole cluster only", () => {
    const admin = [
      clusterRole("cluster-admin", EVERYTHING),
      clusterBinding("a", "ClusterRole cluster-admin", user("alice")),
    ];
    const some = [
      clusterRole("some", rule("*", "*", { groups: "*", names: "x" })),
      clusterBinding("a", "ClusterRole some", user("alice")),
    ];
    const policy = (where: "cluster" | string[]) => [entry("Dev", { AmazonEKSClusterAdminPolicy: where })];
    expect(list(identity("alice"), admin)).toMatchObject({ isMaster: false, isClusterAdmin: true });
    expect(list(identity("x", "system:masters"), [])).toMatchObject({ isMaster: true, isClusterAdmin: true });
    expect(list(assumed("Dev"), [], policy("cluster")).isClusterAdmin).toBe(true);
    expect(list(assumed("Dev"), [], policy(["*"])).isClusterAdmin).toBe(false);
    expect(list(actedAs(assumed("Dev")), [], policy("cluster")).isClusterAdmin).toBe(false);
    expect(list(identity("alice"), some).isClusterAdmin).toBe(false);
  });

  it("lists a policy at each of its namespaces and patterns", () => {
    const found = list(
      assumed("Dev"),
      [],
      [entry("Dev", { AmazonEKSViewPolicy: ["shop", "dev-*", "shop"] })],
    );
    expect(found.inNamespaces.map(({ namespace, grants }) => [namespace, grants.length])).toEqual([
      ["dev-*", 1],
      ["shop", 1],
    ]);
  });

  it("says which grants give nothing, and what is not known", () => {
    const objects = [
      clusterRole("empty"),
      clusterBinding("a", "ClusterRole gone", user("alice")),
      clusterBinding("b", "ClusterRole empty", user("alice")),
      clusterBinding("c", "MetaRole x", user("alice")),
    ];
    const found = list(identity("alice"), objects);
    expect(found.without.map(tellRefused)).toEqual([
      "ClusterRoleBinding a: role-missing",
      "ClusterRoleBinding b: no rules",
    ]);
    expect(found.unknown.map(({ code, what }) => [code, what])).toEqual([["unknown-role-kind", "MetaRole"]]);
    const dev = list(assumed("Dev"), [], [entryOfDev("arn:aws:eks::aws:cluster-access-policy/New")]);
    expect(dev.unknown.map(({ code }) => code)).toEqual(["unknown-policy"]);
  });
});
