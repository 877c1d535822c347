import * as z from "zod";
import type { MappingUse } from "@/lib/domain/summarize/questions/mapping-use/mapping-use";
import { KEEPERS, MAPPING_STATES } from "@/lib/domain/summarize/questions/mapping-use/used-mapping";
import { schemaFor } from "../schema-for";
import { comer } from "./cluster-admin-schema";
import { mappingRow } from "./configuration-schemas";
import { backEnd, mappingEntry } from "./configuration-values";
import { sentence } from "./sentence-schema";
import { count, epochMs } from "./values";

const uses = z.object({
  attempts: count,
  firstMs: epochMs,
  lastMs: epochMs,
  attemptId: z.string().describe("The newest."),
  people: count,
  comers: z.array(comer.extend({ attempts: count, lastMs: epochMs })).describe("The most active."),
  moreComers: count,
});

const mapping = mappingRow.extend({
  state: z
    .enum(MAPPING_STATES)
    .describe(
      "shadowed: another entry decides; not-read: not in this mode; never-matches: nobody can come by it; unknown: its uses cannot be told.",
    ),
  keeper: z.enum(KEEPERS).nullable().describe("Of nodes, of AWS itself, or of the cluster's creator."),
  uses: uses.nullable(),
  knownSinceMs: epochMs.nullable().describe("Since when a use would be seen; null = no log is read."),
  isStatic: z.boolean().describe("Whoever takes the role gets this one name."),
  shadowedBy: z.object({ backEnd, entry: mappingEntry }).nullable(),
  removal: z.array(z.object({ form: z.string(), text: z.string().describe("Ready to copy; never run.") })),
  after: z
    .object({
      loses: z.array(z.string()),
      changes: z.array(z.object({ name: z.string(), username: z.string(), backEnd })),
      keeps: z.array(z.string()),
    })
    .describe("Whose access would change without it, of those who came."),
});

export const mappingUseSchema = schemaFor<MappingUse>()(
  z.object({
    verdict: sentence,
    readSinceMs: epochMs.nullable(),
    mappings: z.array(mapping).describe("Unused ones first, then those used longest ago."),
    moreMappings: count,
    others: z
      .array(
        z.object({
          what: z.enum(["account", "gone", "unexplained"]),
          backEnd: backEnd.nullable(),
          arn: z.string().nullable(),
          uses,
        }),
      )
      .describe("Who came by what is no entry of now."),
    because: z.array(z.string()).describe("What was not read."),
  }),
);
