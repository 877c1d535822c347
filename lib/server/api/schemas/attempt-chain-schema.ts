import * as z from "zod";
import { HOP_NOTES, SET_ASIDE_REASONS } from "@/lib/domain/correlate/chain/chain";
import { NAME_SOURCES } from "@/lib/domain/correlate/chain/name-source";
import { HOP_KINDS } from "@/lib/domain/correlate/chain/hop-kind";
import { ORIGIN_FACTS } from "@/lib/domain/correlate/chain/origin-fact";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import { schemaFor } from "../schema-for";
import { chainEnd, confidence, originObject } from "./attempt-schema";
import { chainLookups as lookups } from "./chain-lookups-schema";
import { sharedUsername } from "./shared-username-schema";
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

const place = z
  .object({ storeId: z.string(), accountId: z.string(), region: z.string().nullable() })
  .nullable()
  .describe("The identity store that has the person; null where no record tells it.");

const directory = z
  .union([
    z.object({
      outcome: z.literal("found"),
      from: z.enum(["directory-file", "identity-store"]),
      userName: z.string().nullable(),
      displayName: z.string().nullable(),
      email: z.string().nullable(),
    }),
    z.object({
      outcome: z.enum(["unknown-user", "denied", "failed"]),
      againMs: epochMs.describe("When it is asked again."),
      place,
    }),
    z.object({ outcome: z.literal("not-asked"), place }),
  ])
  .nullable()
  .describe("What the operator's directory file or Identity Center says of the person.");

export const attemptChainObject = z.object({
  attemptId: z.string(),
  logEventId: z.string().nullable().describe("AWS's id of the deciding log line."),
  origin: originObject,
  names: z
    .array(
      z.object({
        name: z.string(),
        from: z.enum(NAME_SOURCES),
        agrees: z.boolean().describe("By its letters it can be the same person as the first one."),
        isClaimed: z.boolean().describe("Chosen by the caller; nothing proves it."),
      }),
    )
    .describe("Every name of a person that was told, the one that counts first; of others none."),
  directory,
  sharedUsername,
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
