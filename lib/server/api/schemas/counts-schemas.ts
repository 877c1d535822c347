import * as z from "zod";
import type { Facets, Histogram } from "@/lib/domain/summarize/attempt-counts";
import { schemaFor } from "../schema-for";
import { count, timeRange } from "./values";

export const histogramSchema = schemaFor<Histogram>()(
  z.object({
    bucketMs: z.number(),
    buckets: z
      .array(z.object({ startMs: z.number(), granted: count, denied: count }))
      .describe("Equal, without gaps, over the whole range."),
    unread: z.array(timeRange).describe("Of these nothing is known: no authenticator log was read."),
  }),
);

const facet = z.object({
  values: z.array(z.object({ value: z.string(), count })).describe("Most frequent first."),
  distinct: count,
});

export const facetsSchema = schemaFor<Facets>()(
  z.object({
    facets: z
      .object({
        decision: facet,
        class: facet,
        cluster: facet,
        username: facet,
        group: facet,
        role: facet,
        session: facet,
        account: facet,
      })
      .describe("Each counted without its own filter."),
    folded: z.object({ node: count, aws: count }).describe("What noise=fold leaves out."),
    totals: z.object({ granted: count, denied: count, callers: count, sessions: count }),
  }),
);
