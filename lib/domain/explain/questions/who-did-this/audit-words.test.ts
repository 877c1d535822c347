import { expect, it } from "vitest";
import { toAuditWords } from "./audit-words";

it.each([
  ["delete", "ns", ["delete", "deletecollection"], ["namespaces"], null],
  ["Edited", "Deployment", ["patch", "update"], ["deployment", "deployments"], null],
  ["patch", "deployments.apps", ["patch"], ["deployments"], null],
  ["exec", "pod", [], ["pod", "pods"], "exec"],
  [null, "pods/exec", [], ["pods"], "exec"],
  ["create", "networkpolicy", ["create"], ["networkpolicy", "networkpolicies"], null],
  ["create", "ingress", ["create"], ["ingress", "ingresses"], null],
  ["restart", null, ["restart"], [], null],
  [null, null, [], [], null],
  ["__proto__", "constructor", ["__proto__"], ["constructor", "constructors"], null],
] as const)(
  "%s %s is looked for as the audit log says it",
  (verb, resource, verbs, resources, subresource) => {
    expect(toAuditWords(verb, resource)).toEqual({ verb: verbs, resource: resources, subresource });
  },
);
