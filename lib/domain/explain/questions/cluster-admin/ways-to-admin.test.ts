import { expect, test } from "vitest";
import { accessEntry, type ClusterPicture, pictureCluster } from "@/lib/testing/cluster-picture";
import { clusterBinding, clusterRole, group, rule, user } from "../../reach/cases/picture";
import type { GrantSource } from "../../reach/grant";
import { waysToAdmin } from "./ways-to-admin";

const NOON = Date.UTC(2026, 10, 20, 12);
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const CLUSTER_ADMIN = clusterRole("cluster-admin", rule("*", "*", { groups: "*" }));

function nameOf(source: GrantSource): string {
  if (source.kind === "masters") return "system:masters";
  return source.kind === "rbac" ? source.binding.name : (source.policyArn.split("/")[1] ?? "");
}

function waysOf(picture: ClusterPicture): string[] {
  return waysToAdmin(pictureCluster(picture, NOON).known).map(
    ({ entry, by, isOfSome }) =>
      `${entry.arn.split("/")[1]}: ${by.map(nameOf).join(" and ")}${isOfSome ? ", some sessions" : ""}`,
  );
}

test("the group, the policy in the whole cluster, and a binding each give all rights; less does not", () => {
  const picture: ClusterPicture = {
    entries: [
      accessEntry(role("Admin"), { policies: ["AmazonEKSClusterAdminPolicy"] }),
      accessEntry(role("Shop"), { policies: ["AmazonEKSClusterAdminPolicy:shop"] }),
      accessEntry(role("Viewer"), { policies: ["AmazonEKSViewPolicy"] }),
      accessEntry(role("Ops"), { groups: ["ops"] }),
    ],
    roles: [
      [role("Old"), "old", "[system:masters]"],
      [role("Dev"), "dev:{{SessionName}}", "[devs]"],
    ],
    objects: [CLUSTER_ADMIN, clusterBinding("ops-are-admins", "ClusterRole cluster-admin", group("ops"))],
  };
  expect(waysOf(picture)).toEqual([
    "Admin: AmazonEKSClusterAdminPolicy",
    "Ops: ops-are-admins",
    "Old: system:masters",
  ]);
});

test("of a template only sessions of one name may be bound to all rights", () => {
  const objects = [CLUSTER_ADMIN, clusterBinding("jane", "ClusterRole cluster-admin", user("dev:jane"))];
  const roles = [[role("Dev"), "dev:{{SessionName}}"]] as const;
  expect(waysOf({ roles, objects })).toEqual(["Dev: jane, some sessions"]);
  expect(waysOf({ roles, objects: [] })).toEqual([]);
});

test("a line of aws-auth that an access entry stands before is no way", () => {
  const roles = [[role("Old"), "old", "[system:masters]"]] as const;
  expect(waysOf({ roles, entries: [accessEntry(role("Old"))] })).toEqual([]);
  expect(waysOf({ roles, entries: [], mode: "API" })).toEqual([]);
  expect(waysOf({ roles, entries: [] })).toEqual(["Old: system:masters"]);
});
