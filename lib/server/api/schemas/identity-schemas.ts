import * as z from "zod";
import { HOP_KINDS } from "@/lib/domain/correlate/chain/hop-kind";
import { IDENTITY_KINDS } from "@/lib/domain/identity/identity-ref";
import type { IdentityFinds, IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { schemaFor } from "../schema-for";
import { attemptObject, confidence, originObject } from "./attempt-schema";
import { facetsObject } from "./counts-schemas";
import { count, epochMs } from "./values";

const identity = z.object({ kind: z.enum(IDENTITY_KINDS), value: z.string() });

const hit = identity.extend({
  attempts: count,
  lastMs: epochMs.describe("The latest attempt, or the start of its day (UTC)."),
});

const found = z.object({
  asked: z.string().describe("As it was asked for."),
  identity: hit.nullable(),
  attemptId: z.string().nullable().describe("Set where what was asked for is one attempt's record or id."),
});

export const identityFindsSchema = schemaFor<IdentityFinds>()(
  z.object({
    known: z.array(found).describe("In the order asked for; what nothing is known of is absent."),
    near: z
      .array(hit)
      .describe("Names that hold `q`, or else look like it; without `q` the most active of each kind."),
  }),
);

const caller = z.object({
  canonicalArn: z.string().nullable(),
  uniqueId: z.string().nullable(),
  attempts: count,
  lastMs: epochMs,
});

const session = z.object({
  arn: z.string().nullable(),
  sessionName: z.string().nullable().describe("Chosen by whoever took the role."),
  accessKeyId: z.string().nullable(),
  attempts: count,
  firstMs: epochMs,
  lastMs: epochMs,
  attemptId: z.string().describe("Its latest attempt."),
});

export const identityOrigin = originObject.omit({ confidence: true }).extend({
  attempts: count,
  sure: z
    .array(z.object({ confidence: confidence.nullable(), attempts: count }))
    .describe("How many of them are how sure; null: the origin is not known."),
});

const address = z.object({
  address: z.string().describe("From where credentials were asked for; a service's name where one did."),
  userAgent: z.string().nullable().describe("Chosen by the client."),
  hop: z.enum(HOP_KINDS),
  lastMs: epochMs,
  attemptId: z.string().describe("An attempt whose chain shows it."),
});

const kubernetes = z.object({
  days: count.describe("Days of UTC."),
  clusters: z
    .array(
      z.object({
        cluster: z.string(),
        days: count,
        writes: count.describe("Allowed, without streams into pods."),
        denials: count,
        streams: count.describe("exec, attach and portforward."),
        firstMs: epochMs,
        lastMs: epochMs,
      }),
    )
    .describe("Those of most requests first."),
  isShared: z
    .boolean()
    .describe("Others are behind the same role and session name too: some of it may be theirs."),
  userAgents: z.array(z.string()).describe("Chosen by clients; those of most days first, 10 at most."),
  addresses: z
    .array(
      z.object({ address: z.string(), days: count, lastDayMs: epochMs.describe("Start of its latest day.") }),
    )
    .describe("The clients' own, as the API servers saw them; those of the latest day first, 50 at most."),
});

export const identityReportSchema = schemaFor<IdentityReport>()(
  z.object({
    identity,
    firstMs: epochMs,
    lastMs: epochMs,
    counts: facetsObject,
    days: z
      .array(z.object({ startMs: epochMs, granted: count, denied: count }))
      .describe("By day of UTC; those without attempts are left out."),
    callers: z.array(caller).describe("Most active first, 50 at most."),
    sessions: z.array(session).describe("Those used latest first, 50 at most."),
    errors: z
      .array(z.object({ value: z.string(), count }))
      .describe("The authenticator's words, most frequent first, 20 at most."),
    origins: z
      .array(identityOrigin)
      .describe("What stands at the start of the chains, those of most attempts first."),
    kubernetes: kubernetes
      .nullable()
      .describe("Writes, denials and streams by the audit log, counted by day; null: none is known."),
    addresses: z.array(address).describe("Of the listed sessions' chains, newest first."),
    recent: z.array(attemptObject).describe("The newest attempts."),
  }),
);
