import * as z from "zod";
import { CALLER_CLASSES, CONFIDENCES } from "@/lib/domain/correlate/attempt";
import { FINDING_KINDS, type FindingCode } from "@/lib/domain/explain/findings/registry";
import { CONFIG_MAP_PROBLEMS } from "@/lib/domain/parse/aws-auth/config-map-data";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import type {
  BecomeReport,
  MappingBase,
  WhatIfReport,
} from "@/lib/domain/summarize/configuration/what-if-report";
import { schemaFor } from "../schema-for";
import {
  associatedPolicy,
  author,
  backEnd,
  evidence,
  excerpt,
  mappedCaller,
  mappingDecision,
  mappingEntry,
  markPart,
  mode,
  nearMiss,
  parts,
  place,
  reading,
  seenCaller,
} from "./configuration-values";
import { reachSummary } from "./reach-schemas";
import { count, epochMs } from "./values";

const FINDINGS = FINDING_KINDS.map(({ code }) => code) as [FindingCode, ...FindingCode[]];

const remark = z.object({
  severity: z.enum(["error", "warning", "note"]),
  code: z.enum([...FINDINGS, ...CONFIG_MAP_PROBLEMS, "list-lost", "entry-dropped", "field-emptied"]),
  message: z.string(),
  why: z.string().nullable(),
  fix: z.string().nullable(),
  place: place.nullable(),
  principalArn: z.string().nullable().describe("Whose access entry or hidden entry it is about."),
});

export const configurationChange = z.object({
  kind: z.enum(["created", "changed", "removed", "written", "broken"]),
  part: markPart,
  key: z.string().describe("Which entry, policy or object; empty = the whole part."),
  timeMs: epochMs.describe("When it was otherwise for the first time."),
  isTimeKnown: z.boolean(),
  afterMs: epochMs.nullable().describe("When it was last seen as it was before."),
  by: author.nullable(),
  origin: z
    .object({
      kind: z.enum(CALLER_CLASSES),
      name: z.string().nullable(),
      confidence: z.enum(CONFIDENCES).nullable(),
    })
    .nullable()
    .describe("Who is behind the author, by the chain of his session."),
  evidence: evidence.nullable(),
  diff: z.array(z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() })).nullable(),
  message: z.string().nullable(),
  effects: z.array(
    z.object({ kind: z.enum(["loses", "gains", "changes"]), count, names: z.array(z.string()) }),
  ),
});

export const mappingRow = z.object({
  backEnd,
  isRead: z.boolean().describe("Whether the cluster's mode reads it there."),
  entry: mappingEntry,
  type: z.string().nullable().describe("Of an access entry."),
  policies: z.array(associatedPolicy),
});

export const configurationReportSchema = schemaFor<ConfigurationReport>()(
  z.object({
    cluster: z.string(),
    nowMs: epochMs,
    mode: mode.nullable(),
    parts,
    readings: z.array(reading),
    mappings: z.array(mappingRow),
    accounts: z.array(z.string()),
    awsAuthText: z.string().nullable(),
    findings: z.array(remark),
    changes: z.array(configurationChange).describe("Newest first."),
  }),
);

export const whatIfReportSchema = schemaFor<WhatIfReport>()(
  z.object({
    answers: z.array(
      z.object({
        caller: mappedCaller,
        decision: mappingDecision,
        nearMisses: z.array(nearMiss),
        reach: reachSummary.nullable(),
        excerpt: excerpt.nullable(),
      }),
    ),
    parts,
  }),
);

export const becomeReportSchema = schemaFor<BecomeReport>()(
  z.object({
    entries: z.array(
      z.object({
        backEnd,
        entry: mappingEntry,
        session: z
          .union([
            z.object({ kind: z.enum(["any", "instance"]) }),
            z.object({ kind: z.literal("named"), name: z.string() }),
          ])
          .nullable()
          .describe("null = it is a user, who has none."),
        username: z.string(),
        groups: z.array(z.string()),
      }),
    ),
    accounts: z.array(z.string()),
    parts,
  }),
);

const accessEntry = z.object({
  principalArn: z.string(),
  type: z.string(),
  username: z.string().nullable(),
  groups: z.array(z.string()),
  policies: z.array(associatedPolicy),
});

const awsAuth = z.object({
  entries: z.array(mappingEntry),
  accounts: z.array(z.string()),
  problems: z.array(
    z.object({
      list: z.enum(["mapRoles", "mapUsers", "mapAccounts"]),
      message: z.string(),
      place: place.nullable(),
      loses: z.enum(["list", "entry", "field"]),
    }),
  ),
});

export const mappingBaseSchema = schemaFor<MappingBase>()(
  z.object({
    known: z.object({
      mode: mode.nullable(),
      hidden: z.array(mappingEntry).nullable(),
      accessEntries: z.array(accessEntry).nullable(),
      awsAuth: awsAuth.nullable(),
      rbac: z.null(),
    }),
    parts,
    awsAuthText: z.string().nullable(),
    callers: z.array(seenCaller),
  }),
);
