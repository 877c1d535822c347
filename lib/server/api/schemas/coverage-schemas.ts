import * as z from "zod";
import type { CoverageReport, Health } from "@/lib/domain/summarize/coverage/coverage-report";
import { schemaFor } from "../schema-for";
import { alarmSchema, sourceSchema } from "./source-schemas";
import { count, epochMs } from "./values";

const storage = z.object({
  state: z.enum(["ok", "full"]).describe("full: nothing is added until there is room on the disk."),
  sinceMs: epochMs.nullable().describe("Full since."),
  freeBytes: count.nullable().describe("Free on the disk of the data folder."),
  setAside: z.array(z.string()).describe("Damaged files that lie aside in the data folder."),
});

export const coverageReportSchema = schemaFor<CoverageReport>()(
  z.object({
    nowMs: epochMs,
    sample: z.boolean().describe("true: the sandbox's world, no real cluster."),
    clusters: z.array(z.string()),
    sources: z.array(sourceSchema),
    alarms: z.array(alarmSchema).describe("Logs that fell silent, or that are no longer read."),
    storage,
  }),
);

export const healthSchema = schemaFor<Health>()(
  z.object({
    status: z
      .enum(["ok", "degraded"])
      .describe("degraded: at least one source cannot be read, or nothing can be stored."),
    version: z.string(),
    sample: z.boolean(),
    startedMs: epochMs,
    attempts: count,
    storage,
  }),
);
