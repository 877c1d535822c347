import { ask, clusterBinding, clusterRole, group, identity, rule } from "./picture";
import type { ReachCase } from "./reach-case";

const ALICE = identity("alice", "devs");
const BINDING = "ClusterRoleBinding b";

/** One ClusterRole `r`, bound to the group devs in the whole cluster. */
function bound(...rules: readonly object[]) {
  return {
    objects: [clusterRole("r", ...rules), clusterBinding("b", "ClusterRole r", group("devs"))],
    subject: ALICE,
  };
}

const allowed = (index = 0) => ({
  verdict: "allowed" as const,
  by: [`${BINDING} > ClusterRole r [${index}] for Group devs`],
});
const refused = (why: string) => ({ verdict: "refused" as const, refused: [`${BINDING}: ${why}`] });

/** What a rule allows: verbs, API groups, resources, subresources, names. */
export const RULES: readonly ReachCase[] = [
  { name: "verb", ...bound(rule("get list", "pods")), request: ask("list pods in shop"), ...allowed() },
  {
    name: "verb missing",
    ...bound(rule("get list", "pods")),
    request: ask("delete pods web in shop"),
    ...refused("[0] lacks verb"),
  },
  {
    name: "delete is not deletecollection",
    ...bound(rule("delete", "pods")),
    request: ask("deletecollection pods in shop"),
    ...refused("[0] lacks verb"),
  },
  {
    name: "get is not watch",
    ...bound(rule("get", "pods")),
    request: ask("watch pods in shop"),
    ...refused("[0] lacks verb"),
  },
  { name: "any verb", ...bound(rule("*", "pods")), request: ask("delete pods web in shop"), ...allowed() },
  {
    name: "verbs count letter case",
    ...bound(rule("GET", "pods")),
    request: ask("get pods web in shop"),
    ...refused("[0] lacks verb"),
  },
  {
    name: "a star within a verb is no wildcard",
    ...bound(rule("ge*", "pods")),
    request: ask("get pods web in shop"),
    ...refused("[0] lacks verb"),
  },
  {
    name: "the first rule that allows is named",
    ...bound(rule("get", "secrets"), rule("list", "pods"), rule("*", "*", { groups: "*" })),
    request: ask("list pods in shop"),
    ...allowed(1),
  },
  {
    name: "rules do not mix: a verb of one, a resource of another",
    ...bound(rule("delete", "secrets"), rule("get", "pods")),
    request: ask("delete pods web in shop"),
    ...refused("[1] lacks verb"),
  },
  {
    name: "API group",
    ...bound(rule("get", "deployments", { groups: "apps" })),
    request: ask("get deployments.apps web in shop"),
    ...allowed(),
  },
  {
    name: "the core's group is not all groups",
    ...bound(rule("get", "deployments")),
    request: ask("get deployments.apps web in shop"),
    ...refused("[0] lacks api-group"),
  },
  {
    name: "a resource of the same name in another group",
    ...bound(rule("get", "events")),
    request: ask("get events.events.k8s.io e in shop"),
    ...refused("[0] lacks api-group"),
  },
  {
    name: "any group",
    ...bound(rule("get", "events", { groups: "*" })),
    request: ask("get events.events.k8s.io e in shop"),
    ...allowed(),
  },
  {
    name: "any resource takes subresources in",
    ...bound(rule("create", "*")),
    request: ask("create pods/exec web in shop"),
    ...allowed(),
  },
  {
    name: "any resource of one group only",
    ...bound(rule("get", "*", { groups: "apps" })),
    request: ask("get secrets s in shop"),
    ...refused("[0] lacks api-group"),
  },
  {
    name: "another resource",
    ...bound(rule("get", "pods")),
    request: ask("get secrets s in shop"),
    ...refused("[0] lacks resource"),
  },
  {
    name: "a rule without an API group grants no resource",
    ...bound({ verbs: ["get"], resources: ["pods"] }),
    request: ask("get pods web in shop"),
    ...refused("[0] lacks api-group"),
  },
  {
    name: "exec: granted by name",
    ...bound(rule("create", "pods/exec")),
    request: ask("create pods/exec web in shop"),
    ...allowed(),
  },
  {
    name: "exec: pods alone do not grant it",
    ...bound(rule("*", "pods")),
    request: ask("create pods/exec web in shop"),
    ...refused("[0] lacks subresource"),
  },
  {
    name: "exec: with get where create is granted (kubectl over websockets)",
    ...bound(rule("create", "pods/exec")),
    request: ask("get pods/exec web in shop"),
    ...refused("[0] lacks verb"),
  },
  {
    name: "logs do not grant the pod",
    ...bound(rule("get", "pods/log")),
    request: ask("get pods web in shop"),
    ...refused("[0] lacks resource-itself"),
  },
  {
    name: "a star before a subresource",
    ...bound(rule("update", "*/scale", { groups: "apps" })),
    request: ask("update deployments.apps/scale web in shop"),
    ...allowed(),
  },
  {
    name: "a star before a subresource grants no other",
    ...bound(rule("update", "*/scale", { groups: "apps" })),
    request: ask("update deployments.apps/status web in shop"),
    ...refused("[0] lacks resource"),
  },
  {
    name: "a star before a subresource grants no resource itself",
    ...bound(rule("update", "*/scale", { groups: "apps" })),
    request: ask("update deployments.apps web in shop"),
    ...refused("[0] lacks resource"),
  },
  {
    name: "a star behind the slash is no wildcard",
    ...bound(rule("create", "pods/*")),
    request: ask("create pods/exec web in shop"),
    ...refused("[0] lacks resource"),
  },
  {
    name: "resource name",
    ...bound(rule("get", "configmaps", { names: "aws-auth" })),
    request: ask("get configmaps aws-auth in kube-system"),
    ...allowed(),
  },
  {
    name: "another resource name",
    ...bound(rule("get", "configmaps", { names: "aws-auth" })),
    request: ask("get configmaps coredns in kube-system"),
    ...refused("[0] lacks resource-name"),
  },
  {
    name: "listing names nothing, so that a rule for names refuses it",
    ...bound(rule("list", "configmaps", { names: "aws-auth" })),
    request: ask("list configmaps in kube-system"),
    ...refused("[0] lacks resource-name"),
  },
  {
    name: "listing with the name as a field selector",
    ...bound(rule("list watch", "configmaps", { names: "aws-auth" })),
    request: ask("watch configmaps aws-auth in kube-system"),
    ...allowed(),
  },
  {
    name: "creating names nothing yet",
    ...bound(rule("create", "configmaps", { names: "aws-auth" })),
    request: ask("create configmaps in kube-system"),
    ...refused("[0] lacks resource-name"),
  },
  {
    name: "a star among the names is no wildcard",
    ...bound(rule("get", "secrets", { names: "*" })),
    request: ask("get secrets s in shop"),
    ...refused("[0] lacks resource-name"),
  },
  {
    name: "impersonating one user by name",
    ...bound(rule("impersonate", "users", { names: "bob" })),
    request: ask("impersonate users bob"),
    ...allowed(),
  },
  {
    name: "the nearest miss is told, not the first",
    ...bound(
      rule("list", "nodes"),
      rule("get", "secrets", { names: "a" }),
      rule("get", "secrets", { groups: "x" }),
    ),
    request: ask("get secrets b in shop"),
    ...refused("[1] lacks resource-name"),
  },
  { name: "a role without rules", ...bound(), request: ask("get pods web in shop"), ...refused("no rules") },
];
