import * as z from "zod";
import {
  type CoverageReport,
  type Health,
  SOURCE_KINDS,
  type SourceCoverage,
  type SourceProblem,
} from "@/lib/domain/summarize/coverage-report";
import { schemaFor } from "../schema-for";
import { count, epochMs, timeRange } from "./values";

const problem = schemaFor<SourceProblem>()(
  z.object({
    code: z.enum([
      "forbidden",
      "no-credentials",
      "expired-credentials",
      "not-found",
      "log-type-off",
      "log-group-absent",
      "log-empty",
      "too-many-at-once",
      "unreadable-object",
      "unsupported-log-class",
      "throttled",
      "unreachable",
      "malformed",
      "invalid-region",
    ]),
    message: z.string().describe("What was wrong, and where."),
    remedy: z.string().describe("What to do about it."),
    command: z.string().exactOptional().describe("A command that does it."),
    permission: z.string().nullable().describe("The IAM action that is missing."),
  }),
);

const source = schemaFor<SourceCoverage>()(
  z.object({
    id: z.string(),
    kind: z
      .enum([...SOURCE_KINDS, "connection"])
      .describe("connection: an account or Region that cannot be reached; its sources are not known."),
    label: z.string(),
    cluster: z.string().nullable(),
    accountId: z.string().nullable(),
    region: z.string(),
    state: z.enum(["waiting", "reading", "following", "failed", "imported", "gone"]),
    problem: problem.nullable(),
    asked: timeRange.describe("What the first reading is to cover."),
    read: z.array(timeRange).describe("What was read to the end."),
    settledToMs: epochMs.nullable().describe("Up to here little can still come late."),
    progress: z.number().min(0).max(1).describe("Share of `asked` that is read."),
    records: count,
    rejects: count.describe("Records that could not be read; they are kept."),
    late: count.describe("Records that came more than half an hour late."),
    newestMs: epochMs.nullable(),
    lastReadMs: epochMs.nullable(),
    pace: z
      .object({
        slowed: z.boolean().describe("AWS asked to slow down just now."),
        secondsLeft: z.number().nullable().describe("Until all that was asked for is read."),
      })
      .nullable()
      .describe("null: it is not being read just now."),
  }),
);

export const coverageReportSchema = schemaFor<CoverageReport>()(
  z.object({
    nowMs: epochMs,
    sample: z.boolean().describe("true: the sandbox's world, no real cluster."),
    clusters: z.array(z.string()),
    sources: z.array(source),
  }),
);

export const healthSchema = schemaFor<Health>()(
  z.object({
    status: z.enum(["ok", "degraded"]).describe("degraded: at least one source cannot be read."),
    version: z.string(),
    sample: z.boolean(),
    startedMs: epochMs,
    attempts: count,
  }),
);
