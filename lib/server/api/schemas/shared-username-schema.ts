import * as z from "zod";
import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import { SHARED_REASONS } from "@/lib/domain/summarize/chain/shared-username";
import { count, epochMs } from "./values";

const other = z.object({
  reason: z
    .enum(SHARED_REASONS)
    .describe("rendered-alike: the session names differ, and `{{SessionName}}` turns each @ to -."),
  kind: z.enum(CALLER_CLASSES),
  name: z.string().nullable().describe("null: not known."),
  canonicalArn: z.string().nullable(),
  sessionName: z.string().nullable().describe("Chosen by whoever took the role."),
  attempts: count,
  lastDayMs: epochMs.describe("Begin of the day (UTC) of the last one."),
});

export const sharedUsername = z
  .object({
    cluster: z.string(),
    username: z.string(),
    others: z.array(other).describe("Ten at most: those rendered alike first, then those of most attempts."),
    total: count.describe("How many others there are, at least."),
  })
  .nullable()
  .describe("Who else came to the cluster as the same Kubernetes username; null where nobody is known to.");
