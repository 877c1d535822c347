import { describe, expect, it } from "vitest";
import { readRbac } from "./read-rbac";

const RBAC = "rbac.authorization.k8s.io/v1";
const VIEW = {
  kind: "ClusterRole",
  apiVersion: RBAC,
  metadata: { name: "view", labels: { tier: "low" } },
  rules: [{ verbs: ["get"], apiGroups: [""], resources: ["pods"] }],
};
const DEVS = {
  kind: "RoleBinding",
  apiVersion: RBAC,
  metadata: { name: "devs", namespace: "shop" },
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
  subjects: [
    { kind: "Group", name: "developers" },
    { kind: "ServiceAccount", name: "ci", namespace: "build" },
  ],
};

const read = (document: unknown) => readRbac(JSON.stringify(document));
const list = (...items: unknown[]) => read({ kind: "List", apiVersion: "v1", items });
const places = (reading: ReturnType<typeof readRbac>) =>
  reading.rejects.map(({ where, message }) => `${where} ${message}`);

describe("readRbac", () => {
  it("reads the List that kubectl prints", () => {
    expect(list(VIEW, DEVS)).toEqual({
      roles: [
        {
          kind: "ClusterRole",
          name: "view",
          namespace: "",
          labels: new Map([["tier", "low"]]),
          rules: [
            {
              index: 0,
              verbs: ["get"],
              apiGroups: [""],
              resources: ["pods"],
              resourceNames: [],
              nonResourceUrls: [],
            },
          ],
          aggregates: null,
          isWhole: true,
        },
      ],
      bindings: [
        {
          kind: "RoleBinding",
          name: "devs",
          namespace: "shop",
          role: { kind: "ClusterRole", name: "view" },
          subjects: [
            { kind: "Group", name: "developers", namespace: "" },
            { kind: "ServiceAccount", name: "ci", namespace: "build" },
          ],
        },
      ],
      rejects: [],
    });
  });

  it("reads an API answer, whose items carry no kind, a single object, and several documents", () => {
    const { kind: _, apiVersion: __, ...bare } = VIEW;
    const answer = { kind: "ClusterRoleList", apiVersion: RBAC, metadata: {}, items: [bare] };
    expect(read(answer).roles).toEqual(list(VIEW).roles);
    expect(read(VIEW).roles).toEqual(list(VIEW).roles);
    expect(read([answer, DEVS])).toEqual(list(VIEW, DEVS));
  });

  it("reads whom a ClusterRole aggregates", () => {
    const clusterRoleSelectors = [
      { matchLabels: { a: "1" }, matchExpressions: [{ key: "b", operator: "NotIn", values: ["x", "y"] }] },
      {},
    ];
    const [role] = list({ ...VIEW, rules: null, aggregationRule: { clusterRoleSelectors } }).roles;
    expect(role?.rules).toEqual([]);
    expect(role?.aggregates).toEqual([
      [
        { key: "a", operator: "In", values: ["1"] },
        { key: "b", operator: "NotIn", values: ["x", "y"] },
      ],
      [],
    ]);
  });

  it("leaves out a rule it cannot read, says where, and keeps the index of the others", () => {
    const rules = [{ verbs: "get" }, 7, ...VIEW.rules];
    const reading = list(DEVS, { ...VIEW, rules });
    expect(reading.roles[0]).toMatchObject({ isWhole: false, rules: [{ index: 2, verbs: ["get"] }] });
    expect(reading.bindings).toHaveLength(1);
    expect(places(reading)).toEqual([
      "items[1] (ClusterRole view), rules[0].verbs is no list of texts.",
      "items[1] (ClusterRole view), rules[1] is no rule.",
    ]);
  });

  it("says of a role with a selector it cannot read that it is not whole", () => {
    const clusterRoleSelectors = [
      { matchExpressions: [{ key: "a", operator: "Near", values: ["b"] }] },
      { matchExpressions: [{ key: "a", operator: "In" }] },
      { matchLabels: { a: 1 } },
    ];
    const reading = list({ ...VIEW, aggregationRule: { clusterRoleSelectors } });
    expect(reading.roles[0]).toMatchObject({ isWhole: false, aggregates: [] });
    const at = "items[0] (ClusterRole view), aggregationRule.clusterRoleSelectors";
    expect(places(reading)).toEqual([
      `${at}[0].matchExpressions[0] has an operator that Kubernetes does not know.`,
      `${at}[1].matchExpressions[0] has no values for In.`,
      `${at}[2].matchLabels has no text for a.`,
    ]);
  });

  it("rejects what is no object of RBAC and takes the rest", () => {
    const reading = list(
      { kind: "Pod", apiVersion: "v1", metadata: { name: "web" } },
      { ...VIEW, apiVersion: "iam.example.org/v1" },
      { ...VIEW, metadata: {} },
      { ...DEVS, metadata: { name: "devs" } },
      { ...DEVS, roleRef: { kind: "ClusterRole" } },
      { ...DEVS, subjects: [{ kind: "Group" }, ...DEVS.subjects] },
      "text",
      VIEW,
      VIEW,
    );
    expect(reading.roles).toHaveLength(1);
    expect(reading.bindings.map(({ subjects }) => subjects.length)).toEqual([2]);
    expect(places(reading)).toEqual([
      "items[0] is no object of RBAC but Pod (v1).",
      "items[1] is no object of RBAC but ClusterRole (iam.example.org/v1).",
      "items[2] is a ClusterRole without a name.",
      "items[3] is the RoleBinding devs without a namespace.",
      "items[4] (RoleBinding shop/devs), roleRef names no role.",
      "items[5] (RoleBinding shop/devs), subjects[0] has no kind or no name.",
      "items[6] is no object.",
      "items[8] is the ClusterRole view once more; the first is taken.",
    ]);
  });

  it("tells of a list that goes on, of a refusal of the API server, and of what is no JSON", () => {
    const half = { kind: "RoleList", apiVersion: RBAC, metadata: { continue: "abc" }, items: [] };
    expect(places(read(half))).toEqual([
      "metadata.continue tells of a further page of this list, which is missing.",
    ]);
    expect(places(read({ kind: "Status", message: "roles is forbidden" }))).toEqual([
      "the text is an answer of the API server without objects: roles is forbidden",
    ]);
    expect(places(readRbac('{\n "a": }'))).toEqual(["line 2 is no JSON; nothing was read."]);
    expect(places(readRbac(""))).toEqual(["line 1 is no JSON; nothing was read."]);
  });

  it("lists a thousand rejects and counts the others, and tells no endless name again", () => {
    const name = "n".repeat(100_000);
    const rules = Array.from({ length: 1_234 }, () => 7);
    const { rejects } = list({ ...VIEW, metadata: { name }, rules });
    expect(rejects).toHaveLength(1_001);
    expect(rejects.at(-1)?.message).toBe("holds 234 more parts that could not be read.");
    expect(rejects[0]?.where.length).toBeLessThan(1_000);
  });

  it("takes names that JavaScript uses itself for what they are", () => {
    const text =
      '{"kind":"ClusterRole","metadata":{"name":"__proto__","labels":{"__proto__":"x","constructor":"y"}},"rules":[]}';
    const [role] = readRbac(text).roles;
    expect(role?.name).toBe("__proto__");
    expect([...(role?.labels ?? [])]).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });
});
