import {
  actedAs,
  ask,
  assumed,
  clusterBinding,
  clusterRole,
  entry,
  group,
  identity,
  rule,
  urlRule,
} from "./picture";
import type { ReachCase } from "./reach-case";

const DISCOVERY = [
  clusterRole("discovery", urlRule("get", "/api /api/*")),
  clusterBinding("d", "ClusterRole discovery", group("system:authenticated")),
];
const BY_DISCOVERY = {
  verdict: "allowed",
  by: ["ClusterRoleBinding d > ClusterRole discovery [0] for Group system:authenticated"],
} as const;

/** What the API server knows of an identity by itself. */
export const IDENTITIES: readonly ReachCase[] = [
  {
    name: "masters may do everything without a rule",
    subject: identity("kubernetes-admin", "system:masters"),
    request: ask("delete namespaces shop"),
    verdict: "allowed",
    by: ["system:masters"],
  },
  {
    name: "masters: bindings that allow or refuse are told as well",
    objects: DISCOVERY,
    subject: identity("kubernetes-admin", "system:masters"),
    request: ask("get /metrics"),
    verdict: "allowed",
    by: ["system:masters"],
    refused: ["ClusterRoleBinding d: [0] lacks url"],
  },
  {
    name: "masters stay masters when somebody acts as them",
    subject: actedAs(identity("root", "system:masters")),
    request: ask("get secrets s in shop"),
    verdict: "allowed",
    by: ["system:masters"],
  },
  {
    name: "a user named like the group is no master",
    subject: identity("system:masters"),
    request: ask("get secrets s in shop"),
    verdict: "refused",
  },
  {
    name: "ClusterAdmin of an access entry makes nobody a master",
    entries: [entry("Dev", { AmazonEKSClusterAdminPolicy: "cluster" })],
    subject: assumed("Dev"),
    request: ask("get secrets s in shop"),
    verdict: "allowed",
    by: ["AmazonEKSClusterAdminPolicy in cluster [0]"],
  },
  {
    name: "everybody who came in is authenticated",
    objects: DISCOVERY,
    subject: identity("alice"),
    request: ask("get /api/v1"),
    ...BY_DISCOVERY,
  },
  {
    name: "whom somebody acts as is authenticated too",
    objects: DISCOVERY,
    subject: actedAs(identity("alice", "devs")),
    request: ask("get /api"),
    ...BY_DISCOVERY,
  },
  {
    name: "the anonymous user is not authenticated",
    objects: DISCOVERY,
    subject: identity("system:anonymous"),
    request: ask("get /api"),
    verdict: "refused",
  },
  {
    name: "the anonymous user has a group of its own",
    objects: [
      clusterRole("info", urlRule("get", "/version")),
      clusterBinding("i", "ClusterRole info", group("system:unauthenticated")),
    ],
    subject: identity("system:anonymous"),
    request: ask("get /version"),
    verdict: "allowed",
    by: ["ClusterRoleBinding i > ClusterRole info [0] for Group system:unauthenticated"],
  },
  {
    name: "a service account that is acted as without groups has those of its namespace",
    objects: [
      clusterRole("r", rule("get", "pods")),
      clusterBinding("b", "ClusterRole r", group("system:serviceaccounts:build")),
    ],
    subject: actedAs(identity("system:serviceaccount:build:ci")),
    request: ask("get pods web in shop"),
    verdict: "allowed",
    by: ["ClusterRoleBinding b > ClusterRole r [0] for Group system:serviceaccounts:build"],
  },
  {
    name: "a mapped username that looks like a service account has none of its groups",
    objects: [
      clusterRole("r", rule("get", "pods")),
      clusterBinding("b", "ClusterRole r", group("system:serviceaccounts:build")),
    ],
    subject: identity("system:serviceaccount:build:ci"),
    request: ask("get pods web in shop"),
    verdict: "refused",
  },
  {
    name: "what a node may do its own authorizer decides",
    subject: identity("system:node:ip-10-0-0-1.ec2.internal", "system:bootstrappers", "system:nodes"),
    request: ask("get secrets s in shop"),
    verdict: "unknown",
    unknown: ["node-authorizer system:node:ip-10-0-0-1.ec2.internal"],
  },
  {
    name: "nobody is asked for: no grant concerns the identity",
    objects: [clusterRole("r", rule("*", "*", { groups: "*" }))],
    subject: identity("alice"),
    request: ask("get pods web in shop"),
    verdict: "refused",
  },
];
