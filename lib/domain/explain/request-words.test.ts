import { expect, it } from "vitest";
import type { AuditObject } from "../parse/audit-event";
import { nameClientTool, readClientTool } from "./client-tool";
import { describeRequest, singular } from "./request-words";

const of = (resource: string, more: Partial<AuditObject> = {}): AuditObject => ({
  ...{ group: "", resource, subresource: "", namespace: "", name: "" },
  ...more,
});

it.each([
  ["delete", of("namespaces", { namespace: "shop", name: "shop" }), "deleted namespace shop"],
  ["patch", of("deployments", { namespace: "shop", name: "web" }), "changed deployment web in shop"],
  ["deletecollection", of("networkpolicies", { namespace: "shop" }), "deleted all network policies in shop"],
  [
    "create",
    of("pods", { namespace: "shop", name: "web", subresource: "exec" }),
    "opened a command in pod web in shop",
  ],
  ["create", of("pods", { name: "web", subresource: "eviction" }), "evicted pod web"],
  ["update", of("statefulsets", { name: "db", subresource: "scale" }), "scaled StatefulSet db"],
  ["approve", of("certificatesigningrequests", { name: "a" }), "did approve of certificatesigningrequest a"],
])("says what %s was done", (verb, object, words) => {
  expect(describeRequest({ verb, object, outcome: "allowed", uri: null })).toBe(words);
});

it("says what was tried, the command of an exec, and a path that is no object's", () => {
  const secret = of("secrets", { namespace: "shop", name: "web-tls" });
  expect(describeRequest({ verb: "get", object: secret, outcome: "denied", uri: null })).toBe(
    "tried to read secret web-tls in shop",
  );
  const exec = of("pods", { namespace: "shop", name: "web", subresource: "exec" });
  const uri =
    "/api/v1/namespaces/shop/pods/web/exec?command=sh&command=-c&command=cat+%2Fetc%2Fpasswd&stdin=true";
  expect(describeRequest({ verb: "create", object: exec, outcome: "allowed", uri })).toBe(
    "ran “sh -c cat /etc/passwd” in pod web in shop",
  );
  expect(describeRequest({ verb: "get", object: null, outcome: "denied", uri: "/metrics?a=b" })).toBe(
    "tried to call /metrics",
  );
});

it("takes names that every object has for no words of ours", () => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    expect(singular(name)).toBe(name);
    expect(describeRequest({ verb: name, object: of("pods"), outcome: "allowed", uri: null })).toContain(
      name,
    );
    expect(
      describeRequest({
        verb: "get",
        object: of("pods", { subresource: name }),
        outcome: "allowed",
        uri: null,
      }),
    ).toContain(name);
  }
});

it.each([
  ["kubectl/v1.31.4 (linux/amd64) kubernetes/a78aa47", "kubectl 1.31"],
  ["Helm/3.16.2", "Helm 3.16"],
  ["argocd-application-controller/v0.0.0 (linux/amd64) kubernetes/$Format", "Argo CD"],
  ["HashiCorp/1.0 Terraform/1.9.8", "Terraform 1.9"],
  ["Lens/2026.4.10 (darwin; arm64)", "Lens 2026.4"],
  ["my-operator/2.1", "my-operator"],
])("names the client by %s", (agent, name) => {
  expect(nameClientTool(agent)).toBe(name);
});

it("does not know every client", () => {
  expect(readClientTool("my-operator/2.1")).toBeNull();
  expect(nameClientTool("")).toBe("");
});
