import { describe, expect, it } from "vitest";
import { nameHash } from "@/lib/testing/name-hash";
import { createRedactor } from "./redactor";

const r2 = <T>(value: T) => createRedactor("R2", nameHash("key")).value(value);

describe("what a field holds", () => {
  it("is by the fact, the facet or the kind of identity where the field only says value", () => {
    const value = {
      facts: [
        { fact: "namespace", value: "argocd" },
        { fact: "commit", value: "4f1c2b7a9e" },
      ],
      identity: { kind: "workload", value: "system:serviceaccount:argocd:controller" },
      where: [{ key: "cluster", pattern: ["prod-", ""] }],
      facets: {
        decision: { values: [{ value: "granted", count: 2 }] },
        origin: { values: [{ value: "nightly7", count: 1, kind: "ci" }] },
        session: { values: [{ value: "run-7", count: 1 }] },
      },
    };
    const told = r2(value);
    expect(told.facts.map((fact) => fact.value)).toEqual([
      expect.stringMatching(/^namespace-/),
      expect.stringMatching(/^resource-/),
    ]);
    expect(told.identity.value).toMatch(/^system:serviceaccount:namespace-\w+:workload-\w+$/);
    expect(told.where[0]?.key).toBe("cluster");
    expect(told.where[0]?.pattern).toEqual([expect.stringMatching(/^cluster-/), ""]);
    expect(told.facets.decision.values[0]?.value).toBe("granted");
    expect(told.facets.origin.values[0]?.value).toMatch(/^resource-/);
    expect(told.facets.session.values[0]?.value).toMatch(/^session-/);
  });

  it("is a sentence where blanks tell it, but for names that may have some", () => {
    const step = "Write the role into aws-auth, then try again.";
    expect(r2({ step, name: step, why: step })).toEqual({ step, name: step, why: step });
    const { username, says } = r2({ username: "Platform Team", says: "came as Platform Team." });
    expect(username).toMatch(/^user-\w{10}$/);
    expect(says).toBe(`came as ${username}.`);
  });

  it("is the API's group where it stands beside a resource", () => {
    const object = { group: "charts.example.com", resource: "charts" };
    expect(r2({ object })).toEqual({ object });
    expect(r2({ group: "charts-team" }).group).toMatch(/^group-/);
  });

  it("is a name wherever one stands, and what repeats it", () => {
    const told = r2({ what: "platform-oncall", source: { role: { name: "platform-oncall" } } });
    expect(told.source.role.name).toMatch(/^role-\w{10}$/);
    expect(told.what).toBe(told.source.role.name);
    expect(JSON.stringify(r2({ resource: { name: "payroll" } }))).not.toContain("payroll");
  });

  it("is no word of ours if it does not look like one", () => {
    expect(r2({ kind: "arn:aws:iam::111122223333:user/bob" }).kind).not.toContain("bob");
    expect(r2({ state: "alice@example.com" }).state).toMatch(/^person-/);
  });

  it("is left out with its excerpt where it is configuration as it came", () => {
    expect(r2({ awsAuthText: "mapRoles: secret", excerpt: { firstLine: 1, lines: ["secret"] } })).toEqual({
      awsAuthText: "",
      excerpt: null,
    });
  });
});

describe("a name's other spellings", () => {
  it.each([
    ["an address's beginning", { sessionName: "zoe77@corp.example", says: "zoe77 came" }, "zoe77"],
    [
      "a portal role's permission set",
      { role: "AWSReservedSSO_Shopkeeper_0123456789abcdef", says: "by Shopkeeper" },
      "Shopkeeper",
    ],
    ["a word of a person's name", { directory: { displayName: "Ana Moss" }, says: "Moss came" }, "Moss"],
  ])("are covered at R2: %s", (_, value, name) => {
    expect(JSON.stringify(r2(value))).not.toContain(name);
  });
});
