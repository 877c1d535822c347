import * as z from "zod";
import type { CoverageReport, Health } from "@/lib/domain/summarize/coverage-report";
import { schemaFor } from "../schema-for";
import { alarmSchema, sourceSchema } from "./source-schemas";
import { count, epochMs } from "./values";

export const coverageReportSchema = schemaFor<CoverageReport>()(
  z.object({
    nowMs: epochMs,
    sample: z.boolean().describe("true: the sandbox's world, no real cluster."),
    clusters: z.array(z.string()),
    sources: z.array(sourceSchema),
    alarms: z.array(alarmSchema).describe("Logs that fell silent, or that are no longer read."),
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
