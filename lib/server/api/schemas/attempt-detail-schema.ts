import * as z from "zod";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { schemaFor } from "../schema-for";
import { attemptChainObject } from "./attempt-chain-schema";
import { attemptMapping } from "./attempt-mapping-schema";
import { attemptSchema } from "./attempt-schema";
import { explainedReason } from "./explained-reason-schema";
import { epochMs, textNote } from "./values";

export const line = z.object({
  recordId: z.string(),
  eventId: z.string().nullable(),
  stream: z.string(),
  timeMs: epochMs,
  text: z.string().describe("The log line as it came; tokens are masked. Empty when it cannot be read."),
  note: textNote,
});

const event = z.object({
  recordId: z.string(),
  eventId: z.string(),
  chosen: z.boolean().describe("Whether it is taken for the one behind the attempt."),
  timeMs: epochMs,
  region: z.string(),
  sourceIp: z.string().nullable().describe("AWS's address, not the person's."),
  userAgent: z.string().nullable(),
  json: z.string().describe("The record as it came. Empty when it cannot be read."),
  note: textNote,
});

export const attemptDetailSchema = schemaFor<AttemptDetail>()(
  z.object({
    attempt: attemptSchema,
    reason: explainedReason.nullable().describe("Why it was denied, and what to do."),
    otherReasons: z.array(explainedReason).describe("What else may be the reason; less likely."),
    mapping: attemptMapping.nullable().describe("Which mapping let the caller in, or why none did."),
    lines: z.array(line),
    events: z.array(event),
    chain: attemptChainObject,
    hopRecords: z.array(event.pick({ recordId: true, eventId: true, json: true, note: true })),
    notSeen: z
      .array(z.object({ what: z.string(), why: z.string() }))
      .describe("What was looked for and not found."),
  }),
);
