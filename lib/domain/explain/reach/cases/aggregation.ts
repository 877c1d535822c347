import {
  aggregating,
  ask,
  clusterBinding,
  clusterRole,
  identity,
  labelled,
  role,
  rule,
  user,
} from "./picture";
import type { ReachCase } from "./reach-case";

const ALICE = identity("alice");
const TO = "aggregate-to";
const BOUND = clusterBinding("b", "ClusterRole admin", user("alice"));
const ADMIN = aggregating("admin", [{ matchLabels: { [TO]: "admin" } }]);
const PODS = labelled({ [TO]: "admin" }, clusterRole("pods", rule("get", "pods")));
const REFUSED = { verdict: "refused", refused: ["ClusterRoleBinding b: [pods 0] lacks resource"] } as const;

const by = (stated: string) => ({
  verdict: "allowed" as const,
  by: [`ClusterRoleBinding b > ClusterRole admin [${stated}] for User alice`],
});

function expression(operator: string, ...values: readonly string[]): object {
  return { matchExpressions: [{ key: TO, operator, ...(values.length === 0 ? {} : { values }) }] };
}

/** ClusterRoles that collect the rules of others. */
export const AGGREGATION: readonly ReachCase[] = [
  {
    name: "aggregated by a label",
    objects: [BOUND, ADMIN, PODS],
    subject: ALICE,
    request: ask("get pods web in shop"),
    ...by("pods 0"),
  },
  {
    name: "a role without the label is not aggregated",
    objects: [BOUND, ADMIN, PODS, clusterRole("secrets", rule("get", "secrets"))],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...REFUSED,
  },
  {
    name: "a role with another value of the label is not aggregated",
    objects: [BOUND, ADMIN, PODS, labelled({ [TO]: "edit" }, clusterRole("secrets", rule("get", "secrets")))],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...REFUSED,
  },
  {
    name: "a Role of a namespace is not aggregated",
    objects: [
      BOUND,
      ADMIN,
      PODS,
      {
        ...role("shop/secrets", rule("get", "secrets")),
        metadata: { namespace: "shop", name: "secrets", labels: { [TO]: "admin" } },
      },
    ],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...REFUSED,
  },
  {
    name: "own rules of an aggregating role are overwritten",
    objects: [
      BOUND,
      aggregating("admin", [{ matchLabels: { [TO]: "admin" } }], rule("get", "secrets")),
      PODS,
    ],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...REFUSED,
  },
  {
    name: "without the roles it selects, what the API server filled in stands",
    objects: [BOUND, aggregating("admin", [{ matchLabels: { [TO]: "admin" } }], rule("get", "secrets"))],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...by("0"),
  },
  {
    name: "aggregated through another aggregating role",
    objects: [
      BOUND,
      ADMIN,
      labelled({ [TO]: "admin" }, aggregating("edit", [{ matchLabels: { [TO]: "edit" } }])),
      labelled({ [TO]: "edit" }, clusterRole("secrets", rule("get", "secrets"))),
    ],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...by("secrets 0"),
  },
  {
    name: "roles that aggregate each other",
    objects: [
      BOUND,
      labelled({ [TO]: "edit" }, ADMIN),
      labelled({ [TO]: "admin" }, aggregating("edit", [{ matchLabels: { [TO]: "edit" } }])),
      PODS,
    ],
    subject: ALICE,
    request: ask("get pods web in shop"),
    ...by("pods 0"),
  },
  {
    name: "one of several selectors is enough",
    objects: [
      BOUND,
      aggregating("admin", [{ matchLabels: { a: "b" } }, { matchLabels: { [TO]: "admin" } }]),
      PODS,
    ],
    subject: ALICE,
    request: ask("get pods web in shop"),
    ...by("pods 0"),
  },
  {
    name: "all labels of a selector are demanded",
    objects: [
      BOUND,
      aggregating("admin", [{ matchLabels: { [TO]: "admin", a: "b" } }, expression("In", "view")]),
      PODS,
      labelled({ [TO]: "view" }, clusterRole("none", rule("get", "nodes"))),
    ],
    subject: ALICE,
    request: ask("get pods web in shop"),
    verdict: "refused",
    refused: ["ClusterRoleBinding b: [none 0] lacks resource"],
  },
  {
    name: "expression In",
    objects: [BOUND, aggregating("admin", [expression("In", "edit", "admin")]), PODS],
    subject: ALICE,
    request: ask("get pods web in shop"),
    ...by("pods 0"),
  },
  {
    name: "expression NotIn holds also without the label",
    objects: [
      BOUND,
      aggregating("admin", [expression("NotIn", "admin")]),
      PODS,
      clusterRole("free", rule("get", "secrets")),
    ],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...by("free 0"),
  },
  {
    name: "expression Exists",
    objects: [BOUND, aggregating("admin", [expression("Exists")]), PODS],
    subject: ALICE,
    request: ask("get pods web in shop"),
    ...by("pods 0"),
  },
  {
    name: "expression DoesNotExist",
    objects: [
      BOUND,
      aggregating("admin", [expression("DoesNotExist")]),
      PODS,
      clusterRole("free", rule("get", "secrets")),
    ],
    subject: ALICE,
    request: ask("get pods web in shop"),
    verdict: "refused",
    refused: ["ClusterRoleBinding b: [free 0] lacks resource"],
  },
  {
    name: "a selector without demands selects all ClusterRoles",
    objects: [BOUND, aggregating("admin", [{}]), clusterRole("free", rule("get", "secrets"))],
    subject: ALICE,
    request: ask("get secrets s in shop"),
    ...by("free 0"),
  },
];
