import type { RbacObject } from "./cluster-configuration";

type Kind = RbacObject["kind"];
interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ["get", "list", "watch"];
const WRITE = ["create", "delete", "patch", "update"];
const ALL = ["*"];

const LOOK: readonly Rule[] = [
  {
    apiGroups: ["", "apps"],
    resources: ["pods", "configmaps", "services", "namespaces", "deployments"],
    verbs: READ,
  },
  { apiGroups: ["authorization.k8s.io"], resources: ["selfsubjectaccessreviews"], verbs: ["create"] },
];
const WORK: readonly Rule[] = [
  ...LOOK,
  { apiGroups: [""], resources: ["pods"], verbs: WRITE },
  { apiGroups: [""], resources: ["pods/exec", "pods/attach", "pods/portforward"], verbs: ["create", "get"] },
  { apiGroups: ["apps"], resources: ["deployments"], verbs: WRITE },
];
const SHIP: readonly Rule[] = [
  { apiGroups: [""], resources: ["secrets", "services", "events"], verbs: [...READ, ...WRITE] },
  { apiGroups: ["apps"], resources: ["deployments"], verbs: [...READ, ...WRITE] },
  { apiGroups: [""], resources: ["pods"], verbs: READ },
];
const ADD_ONS: readonly Rule[] = [
  { apiGroups: ["apps"], resources: ["daemonsets"], verbs: ["get", "list", "patch"] },
];

/** What each group, or username, is bound to by a ClusterRoleBinding of its own name. */
const GROUPS: Readonly<Record<string, readonly Rule[]>> = {
  viewers: LOOK,
  developers: WORK,
  operators: WORK,
  deployers: [...SHIP, ...WORK],
  backup: [
    ...WORK,
    { apiGroups: [""], resources: ["persistentvolumes"], verbs: READ },
    { apiGroups: ["velero.io"], resources: ["backups"], verbs: ["create", "get", "list"] },
  ],
  "log-readers": [{ apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }],
  "eks:managed": ADD_ONS,
};
const USERS = ["eks:addon-manager", "eks:node-manager"];

/** The same in every cluster. */
export function rbacObjects(): RbacObject[] {
  return OBJECTS;
}

const OBJECTS: RbacObject[] = [
  ...builtIn(),
  ...Object.entries(GROUPS).flatMap(([name, rules]) => [
    role(name, rules),
    binding(name, { kind: "Group", name }),
  ]),
  ...USERS.flatMap((name) => [role(name, ADD_ONS), binding(name, { kind: "User", name })]),
  ...gatebookReader(),
];

/** Those of Kubernetes' own that matter here; `view` collects what is labelled for it. */
function builtIn(): RbacObject[] {
  const aggregation = (to: string) => ({
    clusterRoleSelectors: [{ matchLabels: { [`rbac.authorization.k8s.io/aggregate-to-${to}`]: "true" } }],
  });
  return [
    role("cluster-admin", [
      { apiGroups: ALL, resources: ALL, verbs: ALL },
      { nonResourceURLs: ALL, verbs: ALL },
    ]),
    binding("cluster-admin", { kind: "Group", name: "system:masters" }),
    { ...role("view", LOOK), aggregationRule: aggregation("view") },
    { ...role("edit", WORK), aggregationRule: aggregation("edit") },
    {
      ...role("charts-view", [{ apiGroups: ["charts.example.com"], resources: ["charts"], verbs: READ }]),
      metadata: { name: "charts-view", labels: { "rbac.authorization.k8s.io/aggregate-to-view": "true" } },
    },
    role("system:basic-user", [
      { apiGroups: ["authorization.k8s.io"], resources: ["selfsubjectaccessreviews"], verbs: ["create"] },
    ]),
    binding("system:basic-user", { kind: "Group", name: "system:authenticated" }),
    role("system:discovery", [
      { nonResourceURLs: ["/api", "/api/*", "/apis", "/apis/*", "/version"], verbs: ["get"] },
    ]),
    binding("system:discovery", { kind: "Group", name: "system:authenticated" }),
  ];
}

/** What Gatebook needs, as its documentation tells. */
function gatebookReader(): RbacObject[] {
  const name = "gatebook-reader";
  const subject = { kind: "Group", name };
  const place = { name, namespace: "kube-system" };
  return [
    role(name, [
      {
        apiGroups: ["rbac.authorization.k8s.io"],
        resources: ["roles", "rolebindings", "clusterroles", "clusterrolebindings"],
        verbs: ["get", "list"],
      },
    ]),
    binding(name, subject),
    {
      ...head("Role", place),
      rules: [{ apiGroups: [""], resources: ["configmaps"], resourceNames: ["aws-auth"], verbs: ["get"] }],
    },
    { ...head("RoleBinding", place), roleRef: roleRef("Role", name), subjects: [withGroup(subject)] },
  ];
}

function role(name: string, rules: readonly Rule[]): RbacObject {
  return { ...head("ClusterRole", { name }), rules };
}

function binding(name: string, subject: { readonly kind: string; readonly name: string }): RbacObject {
  const roleName = name;
  return {
    ...head("ClusterRoleBinding", { name }),
    roleRef: roleRef("ClusterRole", roleName),
    subjects: [withGroup(subject)],
  };
}

function head(kind: Kind, metadata: RbacObject["metadata"]): RbacObject {
  return { kind, apiVersion: "rbac.authorization.k8s.io/v1", metadata };
}

function roleRef(kind: Kind, name: string) {
  return { apiGroup: "rbac.authorization.k8s.io", kind, name };
}

function withGroup(subject: { readonly kind: string; readonly name: string }) {
  return { apiGroup: "rbac.authorization.k8s.io", ...subject };
}
