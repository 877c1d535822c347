import * as z from "zod";
import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import type { WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import { schemaFor } from "../schema-for";
import { confidence } from "./attempt-schema";
import { gatheredObject } from "./behind-schemas";
import { tracedRequest } from "./request-schemas";
import { sentence } from "./sentence-schema";
import { count, epochMs } from "./values";

const maker = z.object({
  text: z.string(),
  claimed: z.boolean().describe("Chosen by whoever came."),
  origin: z
    .object({ kind: z.enum(CALLER_CLASSES), confidence })
    .nullable()
    .describe("null: only the record's own words are known."),
  requests: count,
  firstMs: epochMs,
  lastMs: epochMs,
});

const near = z.object({
  text: z.string(),
  count,
  change: z
    .object({
      verb: z.string().nullable().exactOptional(),
      name: z.string().nullable().exactOptional(),
      range: z.string().nullable().exactOptional(),
    })
    .describe("Which parameters are asked otherwise; null: left out."),
});

export const whoDidThisSchema = schemaFor<WhoDidThis>()(
  z.object({
    verdict: sentence,
    words: z
      .object({ verb: z.array(z.string()), resource: z.array(z.string()) })
      .describe("The audit log's words that were looked for."),
    makers: z.array(maker).describe("Of the rows, those of most requests first."),
    rows: z.array(z.object(tracedRequest)).describe("The newest 50."),
    total: count,
    also: z
      .array(z.object(tracedRequest))
      .describe("What may have done it without naming the object: a collection or a namespace deleted."),
    near: z.array(near).describe("Where nothing matches: what is kept that is near."),
    letIn: z
      .array(gatheredObject)
      .describe("Where nothing matches: who had been let in. /attempts/{id}/all-requests reads the rest."),
    moreLetIn: count,
    kept: z.array(z.string()).describe("What is kept of requests, and what is not."),
    command: z.string().nullable().describe("Reads the rest with AWS's own command line."),
    because: z.array(z.string()).describe("What could not be seen."),
  }),
);
