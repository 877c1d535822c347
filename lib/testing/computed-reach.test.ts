import { expect, it } from "vitest";
import { type Agreement, compareObserved } from "@/lib/domain/explain/reach/compare-observed";
import { type ClusterAccess, indexAccess } from "@/lib/domain/explain/reach/cluster-access";
import { explainReach } from "@/lib/domain/explain/reach/explain-reach";
import { reachOf } from "@/lib/domain/explain/reach/reach-of";
import { requestOfAudit } from "@/lib/domain/explain/reach/request";
import { type AuditEvent, readAuditEvent } from "@/lib/domain/parse/audit-event";
import { readAuthorizationReason } from "@/lib/domain/parse/authorization-reason";
import { readRbac } from "@/lib/domain/parse/rbac/read-rbac";
import type { ClusterConfiguration } from "@/lib/sandbox/world/configuration/cluster-configuration";
import { createWorld } from "@/lib/sandbox/world/world";

const DAY = 86_400_000;
/** A day on which an access entry is lent, and the two before. */
const LAST = Date.UTC(2026, 10, 24);

function accessOf({ rbac, accessEntries }: ClusterConfiguration): ClusterAccess {
  const { roles, bindings } = readRbac(JSON.stringify({ kind: "List", items: rbac }));
  const entries = accessEntries.map(({ principalArn, type, policies }) => ({
    ...{ principalArn, type, uniqueId: null },
    policies: policies.map(({ policyArn, accessScope }) => ({ policyArn, scope: accessScope })),
  }));
  return indexAccess({ roles, bindings, entries });
}

function agreementOf(event: AuditEvent, access: ClusterAccess): Agreement {
  const { username, groups, canonicalArn, principalId } = event.user;
  const principal = { arn: canonicalArn ?? "", uniqueId: principalId };
  const reach = reachOf(access, { username, groups, principal, isImpersonated: false });
  return compareObserved(explainReach(reach, requestOfAudit(event)), readAuthorizationReason(event))
    .agreement;
}

it("what the sandbox's API servers decide is what its roles, bindings and access policies give", () => {
  const world = createWorld(1);
  const counts = new Map<string, number>();
  const known = new Map<string, ClusterAccess>();
  for (const cluster of world.clusters)
    for (const { stream, message, timeMs } of world.lines(
      cluster.name,
      { from: LAST - 3 * DAY, to: LAST },
      LAST,
    )) {
      const reading = stream.includes("-audit-") ? readAuditEvent(message) : null;
      if (reading?.ok !== true || reading.event.user.arn === null) continue;
      if (reading.event.stage !== "ResponseComplete") continue;
      const configuration = world.configurationOf(cluster, timeMs);
      const key = JSON.stringify([cluster.name, configuration.accessEntries]);
      const access = known.get(key) ?? accessOf(configuration);
      known.set(key, access);
      const isNode = reading.event.user.username.startsWith("system:node:");
      const told = `${isNode ? "node" : "other"} ${agreementOf(reading.event, access)}`;
      counts.set(told, (counts.get(told) ?? 0) + 1);
    }
  // What a node may do, the Node authorizer decides: that it did settles it.
  expect([...counts.keys()].sort()).toEqual(["node settles", "other same-grant", "other same-verdict"]);
  expect(counts.get("other same-grant")).toBeGreaterThan(300);
});
