import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRequest, aSubject, anAccess } from "@/lib/testing/draw-access";
import { selects } from "../../parse/rbac/label-selector";
import type { Binding, PolicyRule, Role } from "../../parse/rbac/rbac-object";
import { type AccessObjects, indexAccess } from "./cluster-access";
import { explainReach } from "./explain-reach";
import { principalKey } from "./policy-grants";
import { reachOf } from "./reach-of";
import type { ReachRequest } from "./request";
import { groupsOf, type ReachSubject } from "./subject";
import { whoCan } from "./who-can";

const RUNS = { seed: 20_261_126, numRuns: 3_000 };

function explain(objects: AccessObjects, subject: ReachSubject, request: ReachRequest) {
  return explainReach(reachOf(indexAccess(objects), subject), request);
}

/** RBAC once more, as plainly as can be: every binding, every subject, every rule; roles aggregated step by step. */
function isAllowedByRbac(
  { roles, bindings }: AccessObjects,
  subject: ReachSubject,
  request: ReachRequest,
): boolean {
  const groups = groupsOf(subject);
  if (groups.has("system:masters")) return true;
  const rulesOf = aggregateStepwise(roles);
  const namespace = request.kind === "resource" ? request.namespace : "";
  const concerns = (binding: Binding) =>
    (binding.kind === "ClusterRoleBinding" || (namespace !== "" && binding.namespace === namespace)) &&
    binding.subjects.some(({ kind, name, namespace: said }) => {
      if (kind === "Group") return groups.has(name);
      const place = said || binding.namespace;
      if (kind === "ServiceAccount")
        return place !== "" && subject.username === `system:serviceaccount:${place}:${name}`;
      return subject.username === name;
    });
  return bindings.filter(concerns).some(({ role, namespace: place }) => {
    const wanted = role.kind === "Role" ? place : "";
    const found = roles.find((o) => o.kind === role.kind && o.name === role.name && o.namespace === wanted);
    return found !== undefined && (rulesOf.get(found) ?? []).some((rule) => allows(rule, request));
  });
}

/** The controller: until nothing changes, an aggregating role gets the rules of those it selects. */
function aggregateStepwise(roles: readonly Role[]): ReadonlyMap<Role, readonly PolicyRule[]> {
  const now = new Map(roles.map((role) => [role, role.rules]));
  for (let step = 0; step <= roles.length; step++)
    for (const role of roles) {
      const selected = roles.filter(
        (o) =>
          o !== role && o.kind === "ClusterRole" && role.aggregates?.some((one) => selects(one, o.labels)),
      );
      if (role.aggregates !== null) now.set(role, [...new Set(selected.flatMap((o) => now.get(o) ?? []))]);
    }
  return now;
}

function allows(rule: PolicyRule, request: ReachRequest): boolean {
  const has = (words: readonly string[], word: string) => words.includes("*") || words.includes(word);
  if (!has(rule.verbs, request.verb)) return false;
  if (request.kind === "url")
    return rule.nonResourceUrls.some((url) => new RegExp(`^${url.replace("*", ".*")}$`).test(request.path));
  const { resource, subresource, name } = request;
  const wanted = subresource === "" ? [resource] : [`${resource}/${subresource}`, `*/${subresource}`];
  return (
    has(rule.apiGroups, request.apiGroup) &&
    ["*", ...wanted].some((one) => rule.resources.includes(one)) &&
    (rule.resourceNames.length === 0 || rule.resourceNames.includes(name))
  );
}

describe("reach, over drawn clusters", () => {
  it("allows by RBAC what a plain search of all objects allows", () => {
    let allowed = 0;
    const check = (objects: AccessObjects, subject: ReachSubject, request: ReachRequest) => {
      const answer = explain({ ...objects, entries: [] }, subject, request);
      const expected = isAllowedByRbac(objects, subject, request);
      if (expected) allowed++;
      expect(answer.verdict).toBe(expected ? "allowed" : "refused");
    };
    fc.assert(fc.property(anAccess, aSubject, aRequest, check), RUNS);
    expect(allowed).toBeGreaterThan(RUNS.numRuns / 10);
    expect(allowed).toBeLessThan((RUNS.numRuns * 9) / 10);
  });

  it("does not depend on the order of objects", () => {
    const check = (objects: AccessObjects, subject: ReachSubject, request: ReachRequest) => {
      const { roles, bindings, entries } = objects;
      const turned = {
        roles: [...roles].reverse(),
        bindings: [...bindings].reverse(),
        entries: [...entries].reverse(),
      };
      expect(explain(turned, subject, request)).toEqual(explain(objects, subject, request));
    };
    fc.assert(fc.property(anAccess, aSubject, aRequest, check), RUNS);
  });

  it("is never less for one binding or entry more", () => {
    const check = (all: AccessObjects, subject: ReachSubject, request: ReachRequest) => {
      const fewer = { ...all, bindings: all.bindings.slice(1), entries: [] };
      if (explain(fewer, subject, request).verdict === "allowed")
        expect(explain(all, subject, request).verdict).toBe("allowed");
    };
    fc.assert(fc.property(anAccess, aSubject, aRequest, check), RUNS);
  });

  it("tells of every grant that concerns the identity once: it allows, refuses or is not known", () => {
    const check = (objects: AccessObjects, subject: ReachSubject, request: ReachRequest) => {
      const reach = reachOf(indexAccess(objects), subject);
      const { allowedBy, refused, unknown } = explainReach(reach, request);
      const masters = reach.isMaster ? 1 : 0;
      expect(allowedBy.length + refused.length + unknown.length).toBe(reach.grants.length + masters);
    };
    fc.assert(fc.property(anAccess, aSubject, aRequest, check), RUNS);
  });

  it("allows exactly those whom who-can names", () => {
    const check = (objects: AccessObjects, subject: ReachSubject, request: ReachRequest) => {
      const access = indexAccess(objects);
      const groups = groupsOf(subject);
      const isNamed = whoCan(access, request).holders.some(({ kind, name, namespace }) => {
        if (kind === "Group") return groups.has(name);
        if (kind === "ServiceAccount")
          return subject.username === `system:serviceaccount:${namespace}:${name}`;
        return kind === "User" ? subject.username === name : hasPolicies(objects, subject, name);
      });
      const { verdict } = explainReach(reachOf(access, subject), request);
      expect(isNamed).toBe(verdict === "allowed");
    };
    fc.assert(fc.property(anAccess, aSubject, aRequest, check), RUNS);
  });
});

/** Whether the access entry named is the identity's, and has a say. */
function hasPolicies({ entries }: AccessObjects, subject: ReachSubject, principalArn: string): boolean {
  const { principal, isImpersonated } = subject;
  if (principal === null || isImpersonated) return false;
  const uniqueId = entries.find((entry) => entry.principalArn === principalArn)?.uniqueId ?? null;
  const isSame = uniqueId === null || principal.uniqueId === null || uniqueId === principal.uniqueId;
  return isSame && principalKey(principal.arn) === principalKey(principalArn);
}
