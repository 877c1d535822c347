import * as z from "zod";
import { CALLER_CLASSES, CONFIDENCES } from "@/lib/domain/correlate/attempt";
import type { ClusterAdmin } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin";
import { schemaFor } from "../schema-for";
import { backEnd, mappingEntry } from "./configuration-values";
import { anyGrant } from "./reach-schemas";
import { sentence } from "./sentence-schema";
import { count, epochMs } from "./values";

export const comer = z.object({
  kind: z.enum(CALLER_CLASSES),
  name: z.string().describe("Who is behind it, as far as the records lead; else the session, role or user."),
  confidence: z.enum(CONFIDENCES).nullable(),
});

const by = z.array(anyGrant).describe("What gives all rights.");

const holder = comer.extend({
  canonicalArn: z.string().nullable(),
  sessionNames: z.array(z.string()),
  usernames: z.array(z.string()),
  by,
  mapping: z
    .object({ backEnd, entry: mappingEntry.nullable().describe("null = the whole account is mapped.") })
    .nullable()
    .describe("What let them in the last time; null = no mapping that is known gives it."),
  isSure: z.boolean().describe("false: rights that were read at another time are taken for that time."),
  attempts: count,
  firstMs: epochMs,
  lastMs: epochMs,
  attemptId: z.string().describe("The newest."),
  did: z
    .object({
      requests: count,
      denied: count,
      lastMs: epochMs,
      most: z.array(z.object({ verb: z.string(), resource: z.string(), count })),
    })
    .nullable()
    .describe("Of the requests that are kept; null = none is."),
  isShared: z.boolean().describe("Some of the requests may be another's who came under the same name."),
});

export const clusterAdminSchema = schemaFor<ClusterAdmin>()(
  z.object({
    verdict: sentence,
    holders: z.array(holder).describe("Used last first."),
    moreHolders: count,
    unused: z
      .array(
        z.object({
          backEnd,
          entry: mappingEntry,
          by,
          isOfSome: z.boolean().describe("Only sessions whose username the rights are bound to."),
          names: z.array(z.string()).describe("Who came with its principal within ninety days."),
        }),
      )
      .describe("Mappings of just now that give all rights, and by which nobody came with them."),
    moreUnused: count,
    because: z.array(z.string()).describe("What is not known, so that there may be more."),
    workBecause: z.array(z.string()).describe("Why not all that they did is kept."),
  }),
);
