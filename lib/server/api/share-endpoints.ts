import * as z from "zod";
import {
  EVIDENCE_FORMAT,
  EVIDENCE_KINDS,
  EVIDENCE_LEVELS,
  type Evidence,
} from "@/lib/domain/summarize/evidence/evidence";
import {
  LONGEST_SHARE_NOTE,
  type ShareChange,
  type ShareList,
} from "@/lib/domain/summarize/evidence/share-view";
import type { Endpoint } from "./endpoint";
import { schemaFor } from "./schema-for";

const id = z.string();
const kind = z.enum(EVIDENCE_KINDS);
const level = z
  .enum(EVIDENCE_LEVELS)
  .describe("R0: as it is. R1: names and numbers masked. R2: pseudonyms, no records.");
const hash = z.string().describe("SHA-256 in hex.");

const evidenceSchema = schemaFor<Evidence>()(
  z.object({
    ...{ format: z.literal(EVIDENCE_FORMAT), kind, title: z.string(), note: z.string() },
    ...{ madeMs: z.number(), sharedBy: z.string(), level, view: z.string().nullable() },
    content: z.unknown(),
    records: z.array(
      z.object({
        recordId: z.string(),
        kind: z.enum(["line", "event"]),
        ...{ text: z.string(), note: z.string().nullable(), sha256: hash },
        originalSeal: z.string().nullable().describe("By a key of the share that is not told; null at R0."),
      }),
    ),
    sha256: hash,
  }),
);

const shareListSchema = schemaFor<ShareList>()(
  z.object({
    shares: z.array(
      z.object({
        ...{ id, kind, title: z.string(), level, ownerName: z.string(), createdMs: z.number() },
        view: z.string().describe("Path and query of the view that it was made from."),
        linkExpiresMs: z
          .number()
          .nullable()
          .describe("Until when its secret opens it; null = it has none, or that has expired."),
      }),
    ),
    problems: z.array(z.string()),
    allowsLinks: z.boolean().describe("Whether links that open for anyone can be made here."),
    levels: z.array(level),
    madeId: z.string().nullable(),
    secret: z.string().nullable().describe("Of the link that was made just now; it is told only once."),
    preview: evidenceSchema.nullable().describe("What they would see; nothing of it is kept."),
  }),
);

const wish = { view: z.string().max(8_192), level, note: z.string().max(LONGEST_SHARE_NOTE) };
const linkHours = z.number().int().min(1).max(720);

const shareChangeSchema = schemaFor<ShareChange>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("preview"), ...wish }),
    z.strictObject({ kind: z.literal("create"), ...wish, linkHours: linkHours.nullable() }),
    z.strictObject({ kind: z.literal("renew-link"), id, linkHours }),
    z.strictObject({ kind: z.literal("revoke-link"), id }),
    z.strictObject({ kind: z.literal("delete"), id }),
  ]),
);

const inPath = { id: "The id of a share." };

export const shareEndpoints = {
  shares: {
    path: "/api/v1/shares",
    name: "ShareList",
    summary: "What one has shared; an admin's are all shares.",
    query: null,
    schema: shareListSchema,
    write: {
      operationId: "changeShares",
      name: "ShareChange",
      summary:
        "Previews, makes, renews, revokes or deletes a share. Taken only from a page of this Gatebook.",
      schema: shareChangeSchema,
    },
  },
  share: {
    path: "/api/v1/shares/[id]",
    name: "Evidence",
    summary: "What was shared, frozen: for who signed in and may see it, or opened it by its secret.",
    query: null,
    inPath,
    schema: evidenceSchema,
    write: {
      operationId: "openShare",
      name: "ShareSecret",
      summary: "Opens a share by its secret, and keeps it open in this browser until that expires.",
      schema: z.strictObject({ secret: z.string().max(64) }),
    },
  },
  shareFile: {
    path: "/api/v1/shares/[id]/file",
    name: "EvidenceFile",
    summary: "What was shared as one page of HTML that opens offline; `gatebook verify` checks it.",
    query: null,
    inPath,
    media: ["text/html"],
    schema: z.string(),
  },
} as const satisfies Record<string, Endpoint<unknown>>;
