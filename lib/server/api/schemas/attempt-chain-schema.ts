import * as z from "zod";
import { HOP_NOTES, SET_ASIDE_REASONS } from "@/lib/domain/correlate/chain/chain";
import { HOP_KINDS } from "@/lib/domain/correlate/chain/hop-kind";
import { ORIGIN_FACTS } from "@/lib/domain/correlate/chain/origin-fact";
import type { AttemptChain } from "@/lib/domain/summarize/attempt-chain";
import { schemaFor } from "../schema-for";
import { chainEnd, confidence, originObject } from "./attempt-schema";
import { chainLookups as lookups } from "./chain-lookups-schema";
import { epochMs } from "./values";

const hop = z.object({
  kind: z.enum(HOP_KINDS),
  eventId: z.string().nullable().describe("Null where several events fit equally well."),
  recordId: z.string().nullable(),
  confidence,
  twins: z.array(z.string()).describe("Event ids of the same call in other accounts."),
  alternatives: z.array(z.string()).describe("Ids of all events that fit equally well."),
  timeMs: epochMs,
  region: z.string(),
  accountId: z.string().nullable(),
  stream: z.string(),
  by: z.string().nullable().describe("Who made the call."),
  issued: z
    .object({
      accessKeyId: z.string().nullable(),
      principalId: z.string().nullable(),
      arn: z.string().nullable(),
    })
    .nullable(),
  sourceIdentity: z
    .string()
    .nullable()
    .describe("Set when the first role was taken, kept by those after it."),
  sourceIp: z.string().nullable(),
  userAgent: z.string().nullable(),
  notes: z.array(z.enum(HOP_NOTES)),
});

export const attemptChainObject = z.object({
  attemptId: z.string(),
  logEventId: z.string().nullable().describe("AWS's id of the deciding log line."),
  origin: originObject,
  facts: z
    .array(
      z.object({
        fact: z.enum(ORIGIN_FACTS),
        value: z.string(),
        isClaimed: z.boolean().describe("Chosen by the caller; nothing proves it."),
      }),
    )
    .describe("What is known of the origin besides its name: pod, instance, repository, account …"),
  hops: z.array(hop).describe("From the origin to the session."),
  end: chainEnd,
  setAside: z
    .array(z.object({ eventId: z.string(), recordId: z.string(), reason: z.enum(SET_ASIDE_REASONS) }))
    .describe("Events that name a key of the chain, and cannot have issued it."),
  missing: z
    .object({ what: z.string(), why: z.array(z.string()), next: z.array(z.string()) })
    .nullable()
    .describe("What is missing, why it may be, and what to do."),
  lookups,
});

export const attemptChainSchema = schemaFor<AttemptChain>()(attemptChainObject);
