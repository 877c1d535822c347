import * as z from "zod";
import { MOST_AUDIT_ROWS } from "@/lib/domain/summarize/audit/audit-filter";
import type { AuditAnswer } from "../audit/create-audit-deeds";
import type { Endpoint } from "./endpoint";
import { schemaFor } from "./schema-for";
import { count } from "./schemas/values";

const hash = z.string().describe("SHA-256, 64 hex digits.");

const row = z.object({
  seq: count.describe("From 1, without a gap."),
  time: z.string().describe("ISO 8601, UTC."),
  deed: z.string(),
  viewer: z.object({ kind: z.string(), id: z.string(), name: z.string(), role: z.string().nullable() }),
  peer: z.string().nullable().describe("The address it came from; null = this machine, or unknown."),
  target: z.string(),
  outcome: z.string().describe("done, refused or failed."),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  prev: hash.describe("Of the line before; zeros before the first."),
  hash: hash.describe("Of `prev` and the line without this field."),
});

const verdict = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("intact"),
    intact: count,
    hash: hash.nullable().describe("Of the last line; null = there is none."),
    halfLine: z.boolean().describe("A last line was not finished, or is just being written."),
  }),
  z.object({
    kind: z.literal("broken"),
    intact: count.describe("Lines before it that are as they were written."),
    line: count.describe("The first that is not."),
    why: z.string(),
  }),
]);

export const auditEndpoints = {
  listAudit: {
    path: "/api/v1/admin/audit",
    name: "AuditLog",
    summary: `Who saw, exported, shared and changed what with this Gatebook, newest first; for admins. At most ${MOST_AUDIT_ROWS} rows.`,
    query: ["deed", "who", "check", "cursor", "limit"],
    view: ["range", "from", "to"],
    schema: schemaFor<AuditAnswer>()(
      z.object({
        rows: z.array(row),
        next: count.nullable().describe("`cursor` of the next page; null = there is none."),
        verdict: verdict.nullable().describe("What the check found; null = it was not asked for."),
      }),
    ),
  },
} as const satisfies Record<string, Endpoint<unknown>>;
