import * as z from "zod";
import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import type { Facets, Histogram } from "@/lib/domain/summarize/attempts/attempt-counts";
import { GAP_KINDS } from "@/lib/domain/summarize/coverage/coverage-gaps";
import { schemaFor } from "../schema-for";
import { count, epochMs } from "./values";

export const histogramSchema = schemaFor<Histogram>()(
  z.object({
    bucketMs: z.number(),
    buckets: z
      .array(z.object({ startMs: z.number(), granted: count, denied: count }))
      .describe("Equal, without gaps, over the whole range."),
    gaps: z
      .array(
        z.object({
          from: epochMs,
          to: epochMs,
          kind: z.enum(GAP_KINDS),
          cluster: z.string().nullable().describe("null: no log of any cluster is read."),
        }),
      )
      .describe("Where nothing is known: no attempt there does not mean nobody."),
  }),
);

export const facet = z.object({
  values: z
    .array(
      z.object({
        value: z.string(),
        count,
        kind: z.enum(CALLER_CLASSES).optional().describe("Of an origin: what it is, mostly."),
      }),
    )
    .describe("Most frequent first."),
  distinct: count,
});

export const facetsObject = z.object({
  facets: z
    .object({
      decision: facet,
      reason: facet.describe("Codes of /reasons; a text of no known version is not counted."),
      class: facet,
      origin: facet,
      cluster: facet,
      username: facet,
      group: facet,
      role: facet,
      session: facet,
      account: facet,
    })
    .describe("Each counted without its own filter."),
  folded: z.object({ node: count, aws: count }).describe("What noise=fold leaves out."),
  totals: z.object({
    granted: count,
    denied: count,
    callers: count,
    people: count.describe("Distinct persons by name, among the origins that are known."),
    sessions: count,
  }),
});

export const facetsSchema = schemaFor<Facets>()(facetsObject);
