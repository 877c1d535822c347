import { describe, expect, it } from "vitest";
import { readRbac } from "../../parse/rbac/read-rbac";
import {
  account,
  ask,
  binding,
  clusterBinding,
  clusterRole,
  entry,
  group,
  rule,
  user,
} from "./cases/picture";
import { tellAllowed } from "./cases/tell-answer";
import { indexAccess } from "./cluster-access";
import { whoCan } from "./who-can";

const OBJECTS = [
  clusterRole("view", rule("get", "pods")),
  clusterRole("exec", rule("create", "pods/exec")),
  clusterBinding("all", "ClusterRole view", group("devs"), { kind: "Robot", name: "r2" }),
  binding("shop/ci", "ClusterRole view", account("ci"), user("alice"), group("devs")),
  binding("bank/bob", "ClusterRole view", user("bob")),
  clusterBinding("exec", "ClusterRole exec", user("eve")),
];
const ENTRIES = [
  entry("Dev", { AmazonEKSViewPolicy: ["sh*"] }),
  entry("Ops", { AmazonEKSViewPolicy: ["bank"], AmazonEKSAutoNodePolicy: "cluster" }),
];

function who(question: string) {
  const read = readRbac(JSON.stringify({ kind: "List", items: OBJECTS }));
  return whoCan(indexAccess({ ...read, entries: ENTRIES }), ask(question));
}

function names(question: string) {
  return who(question).holders.map(({ kind, namespace, name }) => [kind, namespace, name].join(" "));
}

describe("whoCan", () => {
  it("names the subjects of bindings and the principals of access entries", () => {
    expect(names("get pods web in shop")).toEqual([
      "Group  system:masters",
      "Group  devs",
      "ServiceAccount shop ci",
      "User  alice",
      "Principal  arn:aws:iam::111122223333:role/Dev",
    ]);
  });

  it("names nobody of another namespace, nor for another subresource", () => {
    expect(names("get pods")).toEqual(["Group  system:masters", "Group  devs"]);
    expect(names("create pods/exec web in shop")).toEqual(["Group  system:masters", "User  eve"]);
  });

  it("tells by what: a subject may have it by several bindings", () => {
    const devs = who("get pods web in shop").holders.find(({ name }) => name === "devs");
    expect(devs?.by.map(tellAllowed)).toEqual([
      "ClusterRoleBinding all > ClusterRole view [0] for Group devs",
      "RoleBinding shop/ci > ClusterRole view [0] for Group devs",
    ]);
  });

  it("tells what it cannot know", () => {
    expect(who("get pods web in shop").unknown.map(({ code, what }) => [code, what])).toEqual([
      ["unknown-subject-kind", "Robot"],
      ["unpublished-policy", "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy"],
    ]);
  });
});
