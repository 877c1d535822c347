import fc from "fast-check";
import type { AccessObjects } from "../domain/explain/reach/cluster-access";
import type { PolicyEntry } from "../domain/explain/reach/policy-grants";
import { type ReachRequest, resourceRequest } from "../domain/explain/reach/request";
import type { ReachSubject } from "../domain/explain/reach/subject";
import type { LabelSelector } from "../domain/parse/rbac/label-selector";
import type { Binding, PolicyRule, Role } from "../domain/parse/rbac/rbac-object";

const some = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const ARN = "arn:aws:iam::111122223333:role/";
const NAMESPACES = ["shop", "bank", "dev-a"] as const;
const ROLE_NAMES = ["view", "edit", "admin", "ops"] as const;

const aRule: fc.Arbitrary<PolicyRule> = fc.record({
  index: fc.constant(0),
  verbs: some("get", "create", "*"),
  apiGroups: some("", "apps", "*"),
  resources: some("pods", "pods/exec", "namespaces", "*", "*/exec"),
  resourceNames: fc.subarray(["web"], { minLength: 0 }),
  nonResourceUrls: fc.constant([]),
});
const aUrlRule: fc.Arbitrary<PolicyRule> = fc.record({
  index: fc.constant(0),
  verbs: some("get", "*"),
  apiGroups: fc.constant([]),
  resources: fc.constant([]),
  resourceNames: fc.constant([]),
  nonResourceUrls: some("/metrics", "/m*", "*"),
});
const rules = fc
  .array(fc.oneof({ weight: 3, arbitrary: aRule }, aUrlRule), { maxLength: 3 })
  .map((drawn) => drawn.map((rule, index) => ({ ...rule, index })));

const aSelector: fc.Arbitrary<LabelSelector> = fc.array(
  fc.record({
    key: oneOf("a", "b"),
    operator: oneOf("In", "NotIn", "Exists", "DoesNotExist"),
    values: some("1", "2"),
  }),
  { minLength: 1, maxLength: 2 },
);
const labels = fc
  .record({ a: oneOf("", "1", "2"), b: oneOf("", "1") })
  .map((drawn) => new Map(Object.entries(drawn).filter(([, value]) => value !== "")));

/** Aggregating roles state no rules of their own, as their manifests do. */
const clusterRoles: fc.Arbitrary<Role[]> = fc
  .tuple(
    ...ROLE_NAMES.map((name) =>
      fc.record({
        kind: fc.constant("ClusterRole" as const),
        name: fc.constant(name),
        namespace: fc.constant(""),
        labels,
        rules,
        aggregates: fc.option(fc.array(aSelector, { minLength: 1, maxLength: 2 }), { freq: 3 }),
        isWhole: fc.constant(true),
      }),
    ),
  )
  .map((roles) => roles.map((role) => (role.aggregates === null ? role : { ...role, rules: [] })));

const roles: fc.Arbitrary<Role[]> = fc
  .tuple(...NAMESPACES.map((namespace) => rules.map((drawn) => ({ namespace, rules: drawn }))))
  .map((drawn) =>
    drawn.map((one) => ({
      ...one,
      kind: "Role" as const,
      name: "view",
      labels: new Map(),
      aggregates: null,
      isWhole: true,
    })),
  );

const aBinding: fc.Arbitrary<Omit<Binding, "name">> = fc
  .record({
    namespace: oneOf("", ...NAMESPACES),
    role: fc.record({
      kind: oneOf("Role", "ClusterRole", "ClusterRole"),
      name: oneOf(...ROLE_NAMES, "gone"),
    }),
    subjects: fc.array(
      oneOf(
        { kind: "User", name: "alice", namespace: "" },
        { kind: "User", name: "bob", namespace: "" },
        { kind: "Group", name: "devs", namespace: "" },
        { kind: "Group", name: "system:authenticated", namespace: "" },
        { kind: "ServiceAccount", name: "ci", namespace: "" },
        { kind: "ServiceAccount", name: "ci", namespace: "shop" },
      ),
      { maxLength: 3 },
    ),
  })
  .map((drawn) => ({ ...drawn, kind: drawn.namespace === "" ? "ClusterRoleBinding" : "RoleBinding" }));

const anEntry: fc.Arbitrary<PolicyEntry> = fc.record({
  principalArn: oneOf(`${ARN}Dev`, `${ARN}team/Ops`),
  uniqueId: oneOf(null, "AROADEV", "AROAOLD"),
  type: fc.constant("STANDARD"),
  policies: fc.array(
    fc.record({
      policyArn: oneOf("View", "Edit", "ClusterAdmin").map(
        (name) => `arn:aws:eks::aws:cluster-access-policy/AmazonEKS${name}Policy`,
      ),
      scope: oneOf(
        { type: "cluster", namespaces: [] },
        { type: "namespace", namespaces: ["dev-*"] },
        { type: "namespace", namespaces: ["shop", "b*k"] },
      ),
    }),
    { maxLength: 2 },
  ),
});

/** A small cluster in which many words meet; names are unique. */
export const anAccess: fc.Arbitrary<AccessObjects> = fc.record({
  roles: fc.tuple(clusterRoles, roles).map((both) => both.flat()),
  bindings: fc
    .array(aBinding, { maxLength: 6 })
    .map((drawn) => drawn.map((binding, i) => ({ ...binding, name: `b${i}` }))),
  entries: fc.array(anEntry, { maxLength: 1 }),
});

export const aSubject: fc.Arbitrary<ReachSubject> = fc.record({
  username: oneOf("alice", "bob", "carol", "system:anonymous", "system:serviceaccount:shop:ci"),
  groups: oneOf<string[]>([], [], ["devs"], ["system:masters"]),
  principal: oneOf(null, { arn: `${ARN}Dev`, uniqueId: "AROADEV" }, { arn: `${ARN}Ops`, uniqueId: null }),
  isImpersonated: oneOf(false, false, true),
});

export const aRequest: fc.Arbitrary<ReachRequest> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        verb: oneOf("get", "create", "delete"),
        apiGroup: oneOf("", "", "apps"),
        resource: oneOf("pods", "pods", "namespaces", "nodes"),
        subresource: oneOf("", "", "exec"),
        name: oneOf("", "web", "shop"),
        namespace: oneOf("", ...NAMESPACES),
      })
      .map(resourceRequest),
  },
  fc.record({
    kind: fc.constant("url" as const),
    verb: oneOf("get", "post"),
    path: oneOf("/metrics", "/healthz"),
  }),
);
