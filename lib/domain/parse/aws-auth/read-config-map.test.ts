import { describe, expect, it } from "vitest";
import { readConfigMap } from "./read-config-map";

const told = (text: string) => {
  const { awsAuth, problems } = readConfigMap(text);
  return {
    around: problems.map(({ code, place }) => `${place?.line ?? "-"} ${code}`),
    inside: awsAuth.problems.map(({ list, loses, place }) => `${place?.line ?? "-"} ${list} loses ${loses}`),
    entries: awsAuth.entries.map(
      ({ arn, place }) => `${place?.line}:${place?.column} ${arn.split("/").at(-1)}`,
    ),
  };
};

const GOOD = `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapAccounts: |
    - "111122223333"
  mapRoles: |

    # nodes
    - rolearn: arn:aws:iam::111122223333:role/Node
      username: system:node:{{EC2PrivateDNSName}}
      groups: [system:bootstrappers, system:nodes]
    - groups: [devs]
      rolearn: arn:aws:iam::111122223333:role/Dev
      username: dev
  mapUsers: |
    - userarn: arn:aws:iam::111122223333:user/alice
      username: alice
`;

describe("a ConfigMap", () => {
  it("is read with the places of its entries in the whole text", () => {
    expect(told(GOOD)).toEqual({ around: [], inside: [], entries: ["12:7 Node", "15:7 Dev", "19:7 alice"] });
    expect(readConfigMap(GOOD).awsAuth.accounts).toEqual(["111122223333"]);
  });

  it("is read alike as JSON, in a list, with Windows' line ends, and as its lists alone", () => {
    const data = { mapRoles: "- rolearn: arn:aws:iam::111122223333:role/Dev\n  username: dev\n" };
    const map = { kind: "ConfigMap", metadata: { name: "aws-auth", namespace: "kube-system" }, data };
    const other = { kind: "ConfigMap", metadata: { name: "coredns" }, data: {} };
    for (const value of [map, { kind: "List", items: [other, map] }, data]) {
      const { around, inside, entries } = told(JSON.stringify(value, null, 2));
      expect([around, inside, entries.length]).toEqual([[], [], 1]);
    }
    expect(told(GOOD.replaceAll("\n", "\r\n")).entries).toEqual(told(GOOD).entries);
  });

  it.each([
    ["kind: Secret\ndata: {}", "1 not-a-config-map"],
    ["- a\n- b", "1 not-a-config-map"],
    ["", "1 not-a-config-map"],
    ["just words", "1 not-a-config-map"],
    ["kind: ConfigMap", "1 no-data"],
    ["kind: ConfigMap\ndata: text", "2 no-data"],
    ["kind: ConfigMap\nmetadata: {name: aws-auth, namespace: default}\ndata: {}", "2 other-name"],
    ["kind: ConfigMap\ndata:\n  maproles: |\n    []", "3 misspelt-key"],
    ["kind: ConfigMap\ndata:\n  mapRoles: 7", "3 not-text"],
    ["\u0000", "1 not-yaml"],
    ["a: [", "1 not-yaml"],
  ])("that is none, or another, is told so: %j", (text, problem) => {
    expect(told(text).around).toEqual([problem]);
  });

  it("that is larger than any in Kubernetes is refused before it is read", () => {
    expect(told(`a: ${"x".repeat(1_000_000)}`).around).toEqual(["- too-large"]);
  });
});

/** facts: mission, "Examples from the talk". */
describe("the broken examples", () => {
  it("1: groups too far out spoil the whole list, on their line", () => {
    const { around, inside, entries } = told(`apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapUsers: |
    - userarn: arn:aws:iam::123456789012:user/k8s-user
      username: k8s_user
    groups:
      - system:masters
`);
    expect({ around, inside, entries }).toEqual({
      around: [],
      inside: ["10 mapUsers loses list"],
      entries: [],
    });
  });

  it("2: a list where a text belongs is refused by the API server; what it holds is read all the same", () => {
    expect(
      told(`data:
  mapRoles:
    - rolearn: arn:aws:iam::123456789012:role/EksWorkerNodeRole
      username: system:node:{{EC2PrivateDNSName}}
      groups:
        - system:bootstrappers
        - system:nodes
`),
    ).toEqual({ around: ["3 not-text"], inside: [], entries: ["3:7 EksWorkerNodeRole"] });
  });

  it("3: no YAML, a list, and a role without its suffix", () => {
    const { around, entries } = told(`  mapRoles:
    - rolearn: arn:aws:iam::123456789012:role/AWSReservedSSO_EKS_Admins
      username: adminuser:{{SessionName}}
    groups:
      - system:masters
`);
    expect(around).toContain("2 not-text");
    expect(around[0]).toMatch(/^[45] not-yaml$/);
    expect(entries).toEqual(["2:7 AWSReservedSSO_EKS_Admins"]);
  });
});

describe("what is hostile", () => {
  it("is answered: bombs of aliases, depth, cycles, and keys of no kind", () => {
    const bomb = `data:\n  a: &a [x,x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
      .split("")
      .map((name, i) => `  ${name}: &${name} [${Array(10).fill(`*${"abcdefghi"[i]}`).join(",")}]`)
      .join("\n")}\n  mapRoles: "[]"`;
    expect(told(bomb).around).toEqual([expect.stringMatching(/not-yaml$/)]);
    for (const text of [
      `data: ${"[".repeat(5_000)}`,
      "data: &a\n  mapRoles: *a",
      "data: *nobody",
      "? [a]\n: b",
      "data: {__proto__: x, constructor: y}",
      "data:\n  mapRoles: |\n\t- a",
      "%YAML 9.9\n---\na: b",
    ])
      expect(() => readConfigMap(text)).not.toThrow();
  });
});
