import * as z from "zod";
import type { ReasonCode } from "@/lib/domain/explain/reasons/registry";
import { DOERS, STAGES } from "@/lib/domain/explain/reasons/reason";
import { REASONS } from "@/lib/domain/explain/reasons/registry";
import { REMEDY_FORMS } from "@/lib/domain/explain/remedies/remedy-form";

const CODES = REASONS.map(({ code }) => code) as [ReasonCode, ...ReasonCode[]];

export const reasonCode = z.enum(CODES);

const form = z.object({
  form: z.enum(REMEDY_FORMS),
  text: z.string().describe("Ready to copy. Words in capitals stand for what is not known."),
  grants: z.string().nullable().describe("What it would grant; null = nothing."),
  note: z.string().nullable(),
});

export const explainedReason = z.object({
  code: reasonCode,
  stage: z.enum(STAGES).describe("Where the attempt ended."),
  title: z.string(),
  meaning: z.string(),
  proof: z.string().describe("What shows that it is this reason."),
  fixes: z
    .array(
      z.object({ step: z.string(), doer: z.enum(DOERS).describe("Who can do it."), forms: z.array(form) }),
    )
    .describe("The likeliest first."),
});
