import { describe, expect, it } from "vitest";
import { readAccessEntries } from "./read-access-entries";

const ARN = "arn:aws:iam::111122223333:role/team/Dev";
const ENTRY = {
  principalArn: ARN,
  type: "STANDARD",
  username: "dev:{{SessionName}}",
  kubernetesGroups: ["devs"],
};
const POLICIES = {
  clusterName: "prod",
  principalArn: ARN,
  associatedAccessPolicies: [
    {
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
      accessScope: { type: "namespace", namespaces: ["dev-*"] },
    },
  ],
};
const READ = { principalArn: ARN, type: "STANDARD", username: "dev:{{SessionName}}", groups: ["devs"] };

describe("what aws eks prints", () => {
  it("is read as one answer, as a list, and a line each", () => {
    const answers = [{ accessEntry: ENTRY }, POLICIES];
    const texts = [JSON.stringify(answers, null, 2), answers.map((one) => JSON.stringify(one)).join("\n\n")];
    for (const text of texts) {
      expect(readAccessEntries(text)).toMatchObject({
        entries: [READ],
        policies: [{ principalArn: ARN, scope: { type: "namespace", namespaces: ["dev-*"] } }],
        problems: [],
      });
    }
    expect(readAccessEntries(JSON.stringify({ accessEntry: ENTRY })).entries).toEqual([READ]);
    expect(readAccessEntries(JSON.stringify({ accessEntries: [ENTRY] })).entries).toEqual([READ]);
  });

  it("may leave out what EKS then chooses itself", () => {
    const bare = readAccessEntries(JSON.stringify({ accessEntry: { principalArn: ARN, type: "EC2_LINUX" } }));
    expect(bare.entries).toEqual([{ principalArn: ARN, type: "EC2_LINUX", username: null, groups: [] }]);
  });

  it("is told where it cannot be read, and the rest is kept", () => {
    const list = [
      { accessEntry: {} },
      7,
      { accessEntries: [ARN] },
      { accessEntry: { ...ENTRY, kubernetesGroups: "devs" } },
      {},
      ENTRY,
    ];
    const { entries, problems } = readAccessEntries(JSON.stringify(list));
    expect(entries).toEqual([READ]);
    expect(problems).toEqual([
      "item 1: this has no principalArn.",
      "item 2: this is no answer of EKS.",
      "item 3: this lists ARNs alone: describe each with aws eks describe-access-entry.",
      "item 4: this has kubernetesGroups that are no list of texts.",
      "item 5: this is no access entry.",
    ]);
  });

  it.each(["", "words", "{", '{"a":', "[", "null", '{"accessEntry":{}}\n{'])(
    "is never thrown over: %j",
    (text) => {
      expect(readAccessEntries(text)).toMatchObject({ entries: [], policies: [] });
      expect(readAccessEntries(text).problems.length).toBeGreaterThan(0);
    },
  );
});
