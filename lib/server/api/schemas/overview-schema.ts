import * as z from "zod";
import { CALLER_CLASSES, CONFIDENCES } from "@/lib/domain/correlate/attempt";
import { REASONS, type ReasonCode } from "@/lib/domain/explain/reasons/registry";
import { CAUSE_KINDS } from "@/lib/domain/summarize/overview/denial-burst";
import { NEWCOMER_KINDS, type Overview } from "@/lib/domain/summarize/overview/overview";
import { schemaFor } from "../schema-for";
import { clusterSummary } from "./cluster-schemas";
import { author, markPart } from "./configuration-values";
import { count, epochMs, timeRange } from "./values";

const CODES = REASONS.map(({ code }) => code) as [ReasonCode, ...ReasonCode[]];
const code = z.enum(CODES).nullable().describe("null = a text that no known version writes.");

const title = z.string().describe("The reason in words.");

const outcomes = { granted: count, denied: count };

const change = {
  kind: z.enum(["created", "changed", "removed", "written", "broken"]),
  part: markPart,
  key: z.string().describe("Which entry, policy or object; empty = the whole part."),
  timeMs: epochMs,
  by: author.nullable(),
};

const glance = z.object({
  summary: clusterSummary,
  people: count,
  sessions: count,
  now: z.object(outcomes),
  before: z.object(outcomes).nullable().describe("null = not read whole, so not to be compared."),
  bars: z.array(z.object({ startMs: epochMs, ...outcomes })),
});

const burst = z.object({
  cluster: z.string(),
  from: epochMs,
  to: epochMs,
  denied: count,
  usual: z.number().min(0).describe("Ordinary denials within ten minutes."),
  causes: z
    .array(
      z.object({
        kind: z.enum(CAUSE_KINDS),
        code,
        title,
        denied: count,
        confidence: z
          .enum(["observed", "timed"])
          .describe("`observed`: the denials say so; `timed`: it came shortly before them."),
        principals: count,
        principal: z.string().nullable().describe("The one whose they nearly all are."),
        change: z.object(change).nullable(),
        firstMs: epochMs,
        lastMs: epochMs,
      }),
    )
    .describe("The one of most denials first."),
  others: count,
});

const newcomer = z.object({
  kind: z.enum(NEWCOMER_KINDS),
  value: z.string(),
  clusters: z.array(z.string()).describe("Where it is new, the first first."),
  firstMs: epochMs,
  ...outcomes,
});

const origin = z.object({
  kind: z.enum(CALLER_CLASSES),
  name: z.string().nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
});

const news = z.object({
  sinceMs: epochMs.nullable().describe("What is compared with begins here; null = there is nothing older."),
  clustersWithoutPast: z.array(z.string()),
  first: z.array(newcomer).describe("Seen nowhere before, newest first."),
  reached: z.array(newcomer).describe("People seen before, but not at these clusters."),
  reasons: z.array(
    z.object({
      code,
      title,
      error: z.string(),
      clusters: z.array(z.string()),
      denied: count,
      firstMs: epochMs,
    }),
  ),
  changes: z.array(
    z.object({ ...change, cluster: z.string(), isTimeKnown: z.boolean(), origin: origin.nullable() }),
  ),
});

export const overviewSchema = schemaFor<Overview>()(
  z.object({
    nowMs: epochMs,
    range: timeRange,
    barMs: z.number(),
    daysBefore: count.describe("How many days before lie the hours that are compared with."),
    people: count,
    sessions: count,
    clusters: z.array(glance).describe("Those that cannot be read first, then those with bursts."),
    bursts: z.array(burst).describe("Newest first."),
    news,
  }),
);
