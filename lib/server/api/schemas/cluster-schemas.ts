import * as z from "zod";
import {
  CLUSTER_STATES,
  type ClusterList,
  type ClusterReport,
  type ClusterSummary,
} from "@/lib/domain/summarize/clusters/cluster-report";
import { type CoverageGap, GAP_KINDS } from "@/lib/domain/summarize/coverage/coverage-gaps";
import { schemaFor } from "../schema-for";
import { alarmSchema, paceSchema, problemSchema, sourceSchema } from "./source-schemas";
import { count, epochMs } from "./values";

const gapFields = { sourceId: z.string(), kind: z.enum(GAP_KINDS), from: epochMs, to: epochMs };
const gap = schemaFor<CoverageGap>()(z.object(gapFields));

export const clusterSummary = schemaFor<ClusterSummary>()(
  z.object({
    cluster: z.string(),
    granted: count.describe("Of the last 24 hours, without nodes and AWS."),
    denied: count,
    newestMs: epochMs.nullable(),
    accountId: z.string().nullable(),
    region: z.string(),
    state: z.enum(CLUSTER_STATES),
    progress: z.number().min(0).max(1),
    pace: paceSchema.nullable(),
    problem: problemSchema.nullable(),
    alarm: alarmSchema.nullable(),
    newestLineMs: epochMs.nullable(),
    gaps: z.array(gap).describe("Of the last 14 days, oldest first."),
  }),
);

export const clusterListSchema = schemaFor<ClusterList>()(
  z.object({
    nowMs: epochMs,
    clusters: z.array(clusterSummary).describe("Those that cannot be read first, then by name."),
  }),
);

export const clusterReportSchema = schemaFor<ClusterReport>()(
  z.object({
    nowMs: epochMs,
    summary: clusterSummary,
    sources: z.array(
      z.object({
        coverage: sourceSchema,
        gaps: z.array(z.object({ ...gapFields, sentence: z.string() })),
      }),
    ),
    blindSpots: z.array(z.object({ what: z.string(), why: z.string() })),
  }),
);
