import * as z from "zod";
import { REQUEST_OUTCOMES } from "@/lib/domain/correlate/kube-request";
import type { AttemptReach } from "@/lib/domain/summarize/configuration/attempt-reach";
import { schemaFor } from "../schema-for";
import { associatedPolicy, partState } from "./configuration-values";
import { epochMs } from "./values";

const rule = z.object({
  index: z.int(),
  verbs: z.array(z.string()),
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  resourceNames: z.array(z.string()),
  nonResourceUrls: z.array(z.string()),
  statedBy: z.string(),
});

const masters = z.object({ kind: z.literal("masters") });
const binding = z.object({
  kind: z.literal("rbac"),
  binding: z.object({
    kind: z.enum(["RoleBinding", "ClusterRoleBinding"]),
    name: z.string(),
    namespace: z.string(),
  }),
  role: z.object({ kind: z.string(), name: z.string() }),
  subject: z.object({ kind: z.string(), name: z.string(), namespace: z.string() }),
});
const policy = z.object({
  kind: z.literal("access-policy"),
  policyArn: z.string(),
  principalArn: z.string(),
  scope: associatedPolicy.shape.scope,
});
const grantSource = z.union([binding, policy]);
export const anyGrant = z.union([masters, binding, policy]);

const obstacle = z.enum(["role-missing", "impersonated", "other-principal"]);
const lack = z.enum([
  "resource-name",
  "verb",
  "api-group",
  "subresource",
  "resource-itself",
  "resource",
  "url",
  "kind-of-rule",
]);
const miss = z.object({ rule, lacks: z.array(lack) });

const whyRefused = z.union([
  z.object({ code: obstacle }),
  z.object({ code: z.enum(["other-namespace", "not-namespaced"]), wouldAllow: z.boolean().nullable() }),
  z.object({ code: z.literal("no-rule"), nearest: miss.nullable() }),
]);

const allowed = z.object({ source: anyGrant, rule: rule.nullable() });
const refused = z.object({ source: grantSource, why: whyRefused });
const unknownCode = z.enum([
  "unknown-policy",
  "unpublished-policy",
  "unknown-scope",
  "unknown-subject-kind",
  "unknown-role-kind",
  "unread-rules",
  "unknown-entry-type",
  "node-authorizer",
]);
const unknown = z.object({ code: unknownCode, what: z.string(), source: grantSource.nullable() });

const listedGrant = z.object({ source: grantSource, rules: z.array(rule), isAdmin: z.boolean() });

export const reachSummary = z.object({
  isMaster: z.boolean(),
  isClusterAdmin: z.boolean(),
  everywhere: z.array(listedGrant),
  inNamespaces: z.array(z.object({ namespace: z.string(), grants: z.array(listedGrant) })),
  without: z.array(refused),
  unknown: z.array(unknown),
});

const object = z.object({
  group: z.string(),
  resource: z.string(),
  subresource: z.string(),
  namespace: z.string(),
  name: z.string(),
});

const request = z.union([
  z.object({
    kind: z.literal("resource"),
    verb: z.string(),
    apiGroup: z.string(),
    resource: z.string(),
    subresource: z.string(),
    name: z.string(),
    namespace: z.string(),
  }),
  z.object({ kind: z.literal("url"), verb: z.string(), path: z.string() }),
]);

const verdict = z.enum(["allowed", "refused", "unknown"]);
const answer = z.object({
  verdict: verdict.describe("unknown: nothing known allows it, and something that is not known may."),
  allowedBy: z.array(allowed),
  refused: z.array(refused),
  unknown: z.array(unknown),
});

export const attemptReachSchema = schemaFor<AttemptReach>()(
  z.object({
    summary: reachSummary.nullable(),
    accessEntries: partState,
    rbac: partState,
    asked: z.object({ request, answer }).nullable(),
    observed: z.array(
      z.object({
        id: z.string(),
        timeMs: epochMs,
        verb: z.string(),
        object: object.nullable(),
        uri: z.string().nullable(),
        outcome: z.enum(REQUEST_OUTCOMES),
        reason: z.string().nullable(),
        verdict,
        comparison: z.object({
          agreement: z.enum([
            "same-grant",
            "same-verdict",
            "other-grant",
            "other-verdict",
            "settles",
            "silent",
          ]),
          by: allowed.nullable(),
        }),
      }),
    ),
  }),
);
