import * as z from "zod";
import { BACK_END_GUESSES } from "@/lib/domain/explain/mapped/guess-back-end";
import {
  associatedPolicy,
  backEnd,
  changeRef,
  excerpt,
  mappingDecision,
  mappingEntry,
  mappingGranted,
  part,
  parts,
  place,
  reading,
} from "./configuration-values";
import { reasonCode } from "./explained-reason-schema";
import { epochMs } from "./values";

export const culprit = z.object({
  timeMs: epochMs,
  isTimeKnown: z.boolean(),
  change: changeRef.nullable(),
  before: mappingGranted,
});

/** Which mapping decided an attempt. */
export const attemptMapping = z.object({
  agreement: z
    .enum(["agrees", "differs", "unknown"])
    .describe("Whether the configuration of that time gives what the log says."),
  decision: mappingDecision.describe("The decision, done again over the configuration of that time."),
  missing: z.array(part).describe("Parts that the cluster asks and that nobody could read for that time."),
  assumed: z.array(part).describe("Parts that were read at another time."),
  parts,
  excerpt: excerpt.nullable(),
  policies: z.array(associatedPolicy).describe("Of the access entry that decided."),
  meant: z
    .array(
      z.object({
        code: reasonCode,
        title: z.string(),
        backEnd,
        entry: mappingEntry.nullable(),
        place: place.nullable(),
      }),
    )
    .describe("Entries that were probably meant for a caller who was turned away, the likeliest first."),
  culprit: culprit.nullable().describe("The change since which the caller is turned away."),
  guess: z
    .object({ kind: z.enum(BACK_END_GUESSES), because: z.string() })
    .nullable()
    .describe("What decided, as far as the log alone tells."),
  broken: z.object({ timeMs: epochMs, message: z.string() }).nullable(),
  unread: z.array(reading),
});
