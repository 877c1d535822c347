import { ask, binding, clusterBinding, clusterRole, group, identity, rule, urlRule } from "./picture";
import type { ReachCase } from "./reach-case";

const ALICE = identity("alice", "devs");

function bound(...rules: readonly object[]) {
  return {
    objects: [clusterRole("r", ...rules), clusterBinding("b", "ClusterRole r", group("devs"))],
    subject: ALICE,
  };
}

const ALLOWED = {
  verdict: "allowed",
  by: ["ClusterRoleBinding b > ClusterRole r [0] for Group devs"],
} as const;
const refused = (why: string) => ({ verdict: "refused" as const, refused: [`ClusterRoleBinding b: ${why}`] });

/** Paths that are no object's. */
export const URLS: readonly ReachCase[] = [
  { name: "URL", ...bound(urlRule("get", "/metrics")), request: ask("get /metrics"), ...ALLOWED },
  {
    name: "URL with another verb",
    ...bound(urlRule("get", "/metrics")),
    request: ask("post /metrics"),
    ...refused("[0] lacks verb"),
  },
  {
    name: "a URL grants nothing below it",
    ...bound(urlRule("get", "/healthz")),
    request: ask("get /healthz/etcd"),
    ...refused("[0] lacks url"),
  },
  {
    name: "a star at the end of a URL",
    ...bound(urlRule("get", "/healthz*")),
    request: ask("get /healthz/etcd"),
    ...ALLOWED,
  },
  {
    name: "a star behind the slash does not grant the path without it",
    ...bound(urlRule("get", "/healthz/*")),
    request: ask("get /healthz"),
    ...refused("[0] lacks url"),
  },
  {
    name: "a star within a URL is no wildcard",
    ...bound(urlRule("get", "/a/*/c")),
    request: ask("get /a/b/c"),
    ...refused("[0] lacks url"),
  },
  { name: "any URL", ...bound(urlRule("*", "*")), request: ask("get /debug/pprof"), ...ALLOWED },
  {
    name: "any resource is no URL",
    ...bound(rule("*", "*", { groups: "*" })),
    request: ask("get /metrics"),
    ...refused("[0] lacks kind-of-rule"),
  },
  {
    name: "any URL is no resource",
    ...bound(urlRule("*", "*")),
    request: ask("get pods web in shop"),
    ...refused("[0] lacks kind-of-rule"),
  },
  {
    name: "a RoleBinding grants no URL",
    objects: [
      clusterRole("r", urlRule("get", "/metrics")),
      binding("shop/b", "ClusterRole r", group("devs")),
    ],
    subject: ALICE,
    request: ask("get /metrics"),
    verdict: "refused",
    refused: ["RoleBinding shop/b: not-namespaced, would allow"],
  },
];
