import { describe, expect, it } from "vitest";
import { readAuthorizationReason } from "../../parse/authorization-reason";
import { readRbac } from "../../parse/rbac/read-rbac";
import { ask, assumed, clusterBinding, clusterRole, entry, identity, rule, user } from "./cases/picture";
import { indexAccess } from "./cluster-access";
import { compareObserved } from "./compare-observed";
import { explainReach } from "./explain-reach";
import type { PolicyEntry } from "./policy-grants";
import { reachOf } from "./reach-of";
import { requestOfAudit, type ReachRequest } from "./request";
import type { ReachSubject } from "./subject";

const OBJECTS = [
  clusterRole("view", rule("get", "pods")),
  clusterBinding("devs", "ClusterRole view", user("alice")),
];
const POLICY = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
const PODS = ask("get pods web in shop");

function answer(subject: ReachSubject, request: ReachRequest, entries: readonly PolicyEntry[] = []) {
  const read = readRbac(JSON.stringify({ kind: "List", items: OBJECTS }));
  return explainReach(reachOf(indexAccess({ ...read, entries }), subject), request);
}

function seen(decision: string | null, reason: string | null, groups: readonly string[] = []) {
  return readAuthorizationReason({ decision, reason, actsAs: null, user: { username: "x", groups } });
}

const byRbac = (name: string) =>
  seen("allow", `RBAC: allowed by ClusterRoleBinding "${name}" of ClusterRole "view" to User "alice"`);
const byPolicy = (role: string) =>
  seen(
    "allow",
    `EKS Access Policy: allowed by ClusterRoleBinding "arn:aws:iam::111122223333:role/${role}+${POLICY}" of ClusterRole "${POLICY}" to User "AROADEV"`,
  );

describe("compareObserved", () => {
  it("finds the binding that the API server named among the computed ones", () => {
    const { agreement, by } = compareObserved(answer(identity("alice"), PODS), byRbac("devs"));
    expect(agreement).toBe("same-grant");
    expect(by?.source).toMatchObject({ kind: "rbac", binding: { name: "devs" } });
  });

  it("finds the access policy, with or without the role's path, and masters", () => {
    const entries = [entry("team/Dev", { AmazonEKSViewPolicy: "cluster" })];
    const dev = answer(assumed("Dev"), PODS, entries);
    expect(compareObserved(dev, byPolicy("team/Dev")).agreement).toBe("same-grant");
    expect(compareObserved(dev, byPolicy("Dev")).agreement).toBe("same-grant");
    expect(compareObserved(dev, byPolicy("Ops")).agreement).toBe("other-grant");
    const master = answer(identity("root", "system:masters"), PODS);
    expect(compareObserved(master, seen("allow", "", ["system:masters"])).agreement).toBe("same-grant");
  });

  it("tells an allowing grant that is not found here, and a verdict that is another", () => {
    const alice = answer(identity("alice"), PODS);
    const bob = answer(identity("bob"), PODS);
    expect(compareObserved(alice, byRbac("old")).agreement).toBe("other-grant");
    expect(compareObserved(bob, byRbac("devs")).agreement).toBe("other-verdict");
    expect(compareObserved(alice, seen("forbid", "")).agreement).toBe("other-verdict");
    expect(compareObserved(bob, seen("forbid", "")).agreement).toBe("same-verdict");
    expect(compareObserved(alice, seen("allow", "by a webhook")).agreement).toBe("same-verdict");
    expect(compareObserved(alice, seen(null, null)).agreement).toBe("silent");
  });

  it("takes what was seen where nothing could be computed", () => {
    const entries = [entry("Dev", { AmazonEKSFuturePolicy: "cluster" })];
    const open = answer(assumed("Dev"), PODS, entries);
    expect(compareObserved(open, byPolicy("Dev")).agreement).toBe("settles");
    expect(compareObserved(open, seen("forbid", "")).agreement).toBe("settles");
  });
});

describe("requestOfAudit", () => {
  it("is what the authorizers were asked", () => {
    const object = {
      group: "apps",
      resource: "deployments",
      subresource: "scale",
      namespace: "shop",
      name: "web",
    };
    expect(requestOfAudit({ verb: "update", uri: "/apis/…", object })).toEqual(
      ask("update deployments.apps/scale web in shop"),
    );
    expect(requestOfAudit({ verb: "get", uri: "/metrics?x=1", object: null })).toEqual(ask("get /metrics"));
    expect(requestOfAudit({ verb: "get", uri: null, object: null })).toEqual({
      kind: "url",
      verb: "get",
      path: "",
    });
  });
});
