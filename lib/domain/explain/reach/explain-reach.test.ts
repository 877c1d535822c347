import { describe, expect, it } from "vitest";
import { readRbac } from "../../parse/rbac/read-rbac";
import { ACCESS_POLICIES } from "./cases/access-policies";
import { AGGREGATION } from "./cases/aggregation";
import { BAD_INPUT } from "./cases/bad-input";
import { BINDINGS } from "./cases/bindings";
import { IDENTITIES } from "./cases/identities";
import type { ReachCase } from "./cases/reach-case";
import { RULES } from "./cases/rules";
import { tellAnswer } from "./cases/tell-answer";
import { URLS } from "./cases/urls";
import { indexAccess } from "./cluster-access";
import { explainReach } from "./explain-reach";
import { reachOf } from "./reach-of";

const PARTS: Readonly<Record<string, readonly ReachCase[]>> = {
  rules: RULES,
  urls: URLS,
  bindings: BINDINGS,
  aggregation: AGGREGATION,
  "access policies": ACCESS_POLICIES,
  identities: IDENTITIES,
  "bad input": BAD_INPUT,
};

function told({ objects = [], entries = [], subject, request }: ReachCase) {
  const read = readRbac(JSON.stringify({ kind: "List", apiVersion: "v1", items: objects }));
  return tellAnswer(explainReach(reachOf(indexAccess({ ...read, entries }), subject), request));
}

for (const [part, cases] of Object.entries(PARTS))
  describe(`reach: ${part}`, () => {
    for (const one of cases)
      it(one.name, () => {
        const { verdict, by = [], refused = [], unknown = [] } = one;
        expect(told(one)).toEqual({ verdict, by, refused, unknown });
      });
  });

describe("the cases", () => {
  const all = Object.values(PARTS).flat();

  it("are more than seventy, each with a name of its own", () => {
    expect(all.length).toBeGreaterThan(70);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it("come out the same when their objects come in another order", () => {
    for (const one of all) {
      const turned = { ...one, objects: [...(one.objects ?? [])].reverse() };
      expect(told(turned), one.name).toEqual(told(one));
    }
  });
});
