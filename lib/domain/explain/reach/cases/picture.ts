import type { PolicyEntry } from "../policy-grants";
import { type ReachRequest, resourceRequest } from "../request";
import type { ReachSubject } from "../subject";

// Short ways to write down a cluster, an identity and a question.

const VERSION = { apiVersion: "rbac.authorization.k8s.io/v1" };
const ACCOUNT = "111122223333";

/** `rule("get list", "pods pods/log")`, of the core's group if no other is said. */
export function rule(
  verbs: string,
  resources: string,
  more: { groups?: string; names?: string } = {},
): object {
  return {
    verbs: verbs.split(" "),
    apiGroups: (more.groups ?? "").split(" "),
    resources: resources.split(" "),
    ...(more.names === undefined ? {} : { resourceNames: more.names.split(" ") }),
  };
}

export function urlRule(verbs: string, urls: string): object {
  return { verbs: verbs.split(" "), nonResourceURLs: urls.split(" ") };
}

/** `role("shop/reader", …)` */
export function role(place: string, ...rules: readonly object[]): object {
  return { ...VERSION, kind: "Role", metadata: metadata(place), rules };
}

export function clusterRole(name: string, ...rules: readonly object[]): object {
  return { ...VERSION, kind: "ClusterRole", metadata: { name }, rules };
}

/** `labelled({ tier: "low" }, clusterRole(…))` */
export function labelled(labels: Readonly<Record<string, string>>, object: object): object {
  const { name } = (object as { metadata: { name: string } }).metadata;
  return { ...object, metadata: { name, labels } };
}

export function aggregating(name: string, selectors: readonly object[], ...rules: readonly object[]): object {
  return { ...clusterRole(name, ...rules), aggregationRule: { clusterRoleSelectors: selectors } };
}

/** `clusterBinding("devs", "ClusterRole view", group("devs"))` */
export function clusterBinding(name: string, ref: string, ...subjects: readonly object[]): object {
  return { ...VERSION, kind: "ClusterRoleBinding", metadata: { name }, roleRef: roleRef(ref), subjects };
}

/** `binding("shop/devs", "Role reader", group("devs"))` */
export function binding(place: string, ref: string, ...subjects: readonly object[]): object {
  return { ...VERSION, kind: "RoleBinding", metadata: metadata(place), roleRef: roleRef(ref), subjects };
}

export const user = (name: string) => ({ kind: "User", name });
export const group = (name: string) => ({ kind: "Group", name });

/** `account("ci")` says no namespace. */
export function account(name: string, namespace?: string): object {
  return { kind: "ServiceAccount", name, ...(namespace === undefined ? {} : { namespace }) };
}

/** `entry("Dev", { AmazonEKSViewPolicy: ["dev-*"] })`; `cluster` = in the whole cluster. */
export function entry(
  principal: string,
  policies: Readonly<Record<string, "cluster" | readonly string[]>>,
  more: Partial<PolicyEntry> = {},
): PolicyEntry {
  return {
    principalArn: `arn:aws:iam::${ACCOUNT}:role/${principal}`,
    uniqueId: null,
    type: "STANDARD",
    policies: Object.entries(policies).map(([name, where]) => ({
      policyArn: `arn:aws:eks::aws:cluster-access-policy/${name}`,
      scope:
        where === "cluster" ? { type: "cluster", namespaces: [] } : { type: "namespace", namespaces: where },
    })),
    ...more,
  };
}

/** An entry of the role Dev with one policy, both as they are written. */
export function entryOfDev(policyArn: string, type = "cluster"): PolicyEntry {
  return entry("Dev", {}, { policies: [{ policyArn, scope: { type, namespaces: ["shop"] } }] });
}

/** A Kubernetes identity that came through no IAM principal. */
export function identity(username: string, ...groups: readonly string[]): ReachSubject {
  return { username, groups, principal: null, isImpersonated: false };
}

/** One that came as an IAM role. */
export function assumed(roleName: string, ...groups: readonly string[]): ReachSubject {
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${roleName}/alice`;
  return { ...identity(arn, ...groups), principal: { arn, uniqueId: `AROA${roleName.toUpperCase()}` } };
}

/** The same, when somebody else acts as it. */
export function actedAs(subject: ReachSubject): ReachSubject {
  return { ...subject, isImpersonated: true };
}

/** `get pods/exec web in shop`, `list deployments.apps in shop`, `get /metrics`. */
export function ask(question: string): ReachRequest {
  const [verb = "", what = "", ...rest] = question.split(" ");
  if (what.startsWith("/")) return { kind: "url", verb, path: what };
  const [whole = "", subresource = ""] = what.split("/");
  const dot = whole.indexOf(".");
  const at = rest.indexOf("in");
  return resourceRequest({
    verb,
    resource: dot < 0 ? whole : whole.slice(0, dot),
    apiGroup: dot < 0 ? "" : whole.slice(dot + 1),
    subresource,
    name: at === 0 ? "" : (rest[0] ?? ""),
    namespace: at < 0 ? "" : (rest[at + 1] ?? ""),
  });
}

function metadata(place: string) {
  const slash = place.indexOf("/");
  return { namespace: place.slice(0, slash), name: place.slice(slash + 1) };
}

function roleRef(ref: string) {
  const blank = ref.indexOf(" ");
  return { apiGroup: "rbac.authorization.k8s.io", kind: ref.slice(0, blank), name: ref.slice(blank + 1) };
}
