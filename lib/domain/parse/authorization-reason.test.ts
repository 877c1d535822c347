import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createDice } from "@/lib/testing/fuzz/dice";
import { readAuthorizationReason } from "./authorization-reason";

const ALICE = { username: "alice", groups: ["system:authenticated"] };
const ROLE = "arn:aws:iam::111122223333:role/team+a/Dev";
const POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";

function read(reason: string | null, changes: object = {}) {
  return readAuthorizationReason({ decision: "allow", actsAs: null, user: ALICE, reason, ...changes });
}

const named = (kind: string, name: string, namespace = "") => ({ kind, name, namespace });

describe("readAuthorizationReason", () => {
  it("reads a ClusterRoleBinding to a group", () => {
    expect(
      read(
        'RBAC: allowed by ClusterRoleBinding "system:discovery" of ClusterRole "system:discovery" to Group "system:authenticated"',
      ),
    ).toEqual({
      kind: "rbac",
      binding: named("ClusterRoleBinding", "system:discovery"),
      role: named("ClusterRole", "system:discovery"),
      subject: named("Group", "system:authenticated"),
    });
  });

  it("reads the namespaces of a RoleBinding and of a service account", () => {
    expect(
      read('RBAC: allowed by RoleBinding "deploy/shop" of Role "deployer" to ServiceAccount "ci/build"'),
    ).toEqual({
      kind: "rbac",
      binding: named("RoleBinding", "deploy", "shop"),
      role: named("Role", "deployer"),
      subject: named("ServiceAccount", "ci", "build"),
    });
  });

  it("reads an access policy, whose subject is the principal's unique id", () => {
    expect(
      read(
        `EKS Access Policy: allowed by ClusterRoleBinding "${ROLE}+${POLICY}" of ClusterRole "${POLICY}" to User "AROAEXAMPLEDEV"`,
      ),
    ).toEqual({
      kind: "access-policy",
      binding: named("ClusterRoleBinding", `${ROLE}+${POLICY}`),
      role: named("ClusterRole", POLICY),
      subject: named("User", "AROAEXAMPLEDEV"),
      policyArn: POLICY,
      principalArn: ROLE,
    });
  });

  it("reads an access policy of one namespace, and one whose binding is named otherwise", () => {
    const tail = `of ClusterRole "${POLICY}" to User "AROAEXAMPLEDEV"`;
    expect(read(`EKS Access Policy: allowed by RoleBinding "${ROLE}+${POLICY}/shop" ${tail}`)).toMatchObject({
      principalArn: ROLE,
      policyArn: POLICY,
      binding: { namespace: "shop" },
    });
    expect(read(`EKS Access Policy: allowed by RoleBinding "${ROLE}+${POLICY}" ${tail}`)).toMatchObject({
      principalArn: ROLE,
      binding: { name: `${ROLE}+${POLICY}`, namespace: "" },
    });
    expect(read(`EKS Access Policy: allowed by ClusterRoleBinding "x" ${tail}`)).toMatchObject({
      principalArn: null,
      policyArn: POLICY,
    });
  });

  it("takes an empty reason for what the groups say", () => {
    const masters = { username: "admin", groups: ["system:masters", "system:authenticated"] };
    const node = { username: "system:node:ip-10-0-0-1", groups: ["system:nodes"] };
    expect(read("", { user: masters })).toEqual({ kind: "masters" });
    expect(read("", { user: node })).toEqual({ kind: "node" });
    expect(read("")).toEqual({ kind: "unnamed", text: "" });
    expect(read("", { user: masters, actsAs: "bob" })).toEqual({ kind: "unnamed", text: "" });
  });

  it("names no rule where the request was refused or not yet decided", () => {
    const missing = 'RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found';
    expect(read(missing, { decision: "forbid" })).toEqual({ kind: "refused", text: missing });
    expect(read(null, { decision: "forbid" })).toEqual({ kind: "refused", text: "" });
    expect(read(null, { decision: null })).toEqual({ kind: "undecided" });
  });

  it("is not misled by quotes within names", () => {
    const name = 'x" of ClusterRole "cluster-admin" to User "eve';
    const text = `RBAC: allowed by ClusterRoleBinding ${JSON.stringify(name)} of ClusterRole "view" to Group "g\\n"`;
    expect(read(text)).toEqual({
      kind: "rbac",
      binding: named("ClusterRoleBinding", name),
      role: named("ClusterRole", "view"),
      subject: named("Group", "g\n"),
    });
  });

  it("keeps words it does not know as they stand", () => {
    for (const text of [
      "allowed by a webhook",
      "RBAC: allowed by ",
      'RBAC: allowed by ClusterRoleBinding "a" of ClusterRole "b"',
      'RBAC: allowed by ClusterRoleBinding "a" of ClusterRole "b" to Group "c" and more',
      'RBAC: allowed by Cluster Role "a" of ClusterRole "b" to Group "c"',
      'RBAC: allowed by ClusterRoleBinding "a of ClusterRole',
    ])
      expect(read(text)).toEqual({ kind: "unnamed", text });
  });

  it("gives one reading for any text", () => {
    const dice = createDice(20_261_126);
    const pieces = ["RBAC: allowed by ", "Role", ' "', '"', "\\", "\\u00", " of ", " to ", "+arn:", "/", "é"];
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from({ length: dice.below(12) }, () => dice.pick(["EKS", ...pieces])).join("");
      expect(["rbac", "unnamed"]).toContain(read(text).kind);
    }
  });
});

const sample = new URL("../../../../shared/samples/eks-audit-panther-analysis-tests.json", import.meta.url);
const found = existsSync(sample);
if (!found) console.info("skipped: no ../shared/samples beside the project");

describe.skipIf(!found)("reasons in public samples", () => {
  it("are read as they stand; those shortened by hand are kept as text", () => {
    const text = readFileSync(sample, "utf8");
    const reasons = [...text.matchAll(/"authorization\.k8s\.io\/reason": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, reason = '""']) => JSON.parse(reason) as string,
    );
    const quoted = reasons.filter((reason) => reason.includes('"'));
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((reason) => read(reason).kind !== "rbac")).toEqual([]);
    const bare = reasons.filter((reason) => reason !== "" && !reason.includes('"'));
    for (const reason of bare) expect(read(reason)).toEqual({ kind: "unnamed", text: reason });
  });
});
