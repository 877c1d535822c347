import { describe, expect, it } from "vitest";
import { parseInstant } from "../../../time/parse-instant";
import { findPolicy } from "./find-policy";
import { POLICIES_AS_OF, POLICY_ROWS, UNPUBLISHED } from "./policy-rules";

const arn = (name: string) => `arn:aws:eks::aws:cluster-access-policy/${name}`;
const rulesOf = (name: string) => {
  const policy = findPolicy(arn(name));
  return policy.kind === "known" ? policy.rules : [];
};

/** `verb group/resource`, each once. */
function grantsOf(name: string): ReadonlySet<string> {
  return new Set(
    rulesOf(name).flatMap(({ verbs, apiGroups, resources }) =>
      verbs.flatMap((verb) =>
        apiGroups.flatMap((group) => resources.map((one) => `${verb} ${group}/${one}`)),
      ),
    ),
  );
}

describe("the access policies", () => {
  it("say of which day they are", () => {
    expect(parseInstant(`${POLICIES_AS_OF}T00:00:00Z`)).not.toBeNull();
  });

  it("are written without a slip: plain words, none twice in a row of the table", () => {
    for (const name of POLICY_ROWS.keys())
      for (const { verbs, apiGroups, resources, nonResourceUrls } of rulesOf(name))
        for (const words of [verbs, apiGroups, resources, nonResourceUrls]) {
          expect(new Set(words).size, name).toBe(words.length);
          for (const word of words) expect(word, name).toMatch(/^(\*|(\*\/)?[a-z0-9./-]*)$/);
        }
  });

  it("grow from View over Edit to Admin", () => {
    const [view, edit, admin] = ["View", "Edit", "Admin"].map((name) => grantsOf(`AmazonEKS${name}Policy`));
    expect([...(view ?? [])].filter((grant) => !edit?.has(grant))).toEqual([]);
    expect([...(edit ?? [])].filter((grant) => !admin?.has(grant))).toEqual([]);
    expect([...(admin ?? [])].filter((grant) => !edit?.has(grant)).sort()).toEqual([
      "create authorization.k8s.io/localsubjectaccessreviews",
      ...["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"].flatMap(
        (verb) => [
          `${verb} rbac.authorization.k8s.io/rolebindings`,
          `${verb} rbac.authorization.k8s.io/roles`,
        ],
      ),
    ]);
  });

  it("show secrets and shells from Edit on, and change nothing with View", () => {
    const view = [...grantsOf("AmazonEKSViewPolicy")];
    expect(view.filter((grant) => !/^(get|list|watch) /.test(grant))).toEqual([]);
    expect(view.filter((grant) => grant.includes("/secrets") || grant.includes("exec"))).toEqual([]);
    expect([...grantsOf("AmazonEKSEditPolicy")]).toEqual(
      expect.arrayContaining(["get /secrets", "create /pods/exec", "impersonate /serviceaccounts"]),
    );
  });

  it("are known, named without rules, or not known, never both", () => {
    expect([...UNPUBLISHED].filter((name) => POLICY_ROWS.has(name))).toEqual([]);
    expect(findPolicy(arn("AmazonEKSComputePolicy")).kind).toBe("unpublished");
    for (const text of [arn("Other"), arn(""), "AmazonEKSViewPolicy", "", `${arn("AmazonEKSViewPolicy")}/x`])
      expect(findPolicy(text).kind).toBe("unknown");
    expect(findPolicy("arn:aws:eks::111122223333:cluster-access-policy/AmazonEKSViewPolicy").kind).toBe(
      "unknown",
    );
  });
});
