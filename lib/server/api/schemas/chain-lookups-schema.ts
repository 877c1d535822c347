import * as z from "zod";
import { LOOKUP_KEYS } from "@/lib/domain/correlate/lookups/lookup";
import { problemSchema } from "./source-schemas";
import { count, epochMs } from "./values";

const asked = z.object({
  accountId: z.string(),
  region: z.string(),
  by: z
    .enum(LOOKUP_KEYS)
    .describe(
      "What was given: a key that was used, what a call gave out, a user's or session's name, a call's name, a service.",
    ),
  value: z.string(),
  state: z.enum(["looking", "answered", "failed"]),
  found: count.describe("Events that the answer held, known before or not."),
});

export const chainLookups = z
  .object({
    state: z
      .enum(["none", "looking", "done"])
      .describe(
        "`none`: nobody asked for look-ups; `looking`: ask again in a second; `done`: all is answered.",
      ),
    asked: z.array(asked),
    found: count.describe("Events that were not known before."),
    problems: z.array(z.object({ accountId: z.string(), region: z.string(), problem: problemSchema })),
    againMs: epochMs
      .nullable()
      .describe("When it is worth looking once more: events of the last minutes may still come."),
  })
  .nullable()
  .describe(
    "What is looked up in CloudTrail for what the chain lacks; null = nothing can be, since no account is connected.",
  );
