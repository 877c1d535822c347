import * as z from "zod";
import {
  CALLER_CLASSES,
  type Caller,
  CONFIDENCES,
  type KubernetesIdentity,
} from "@/lib/domain/correlate/attempt";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { NAME_SOURCES } from "@/lib/domain/correlate/chain/name-source";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import { schemaFor } from "../schema-for";
import { count, epochMs, timeRange } from "./values";

const decision = z.enum(["granted", "denied"]);

export const caller = schemaFor<Caller>()(
  z.object({
    arn: z.string().nullable().describe("As STS gave it; null where that line is missing."),
    canonicalArn: z.string().nullable().describe("As the authenticator compares it."),
    accountId: z.string().nullable(),
    uniqueId: z.string().nullable().describe("AROA…, AIDA…, an account (root), or account:name (federated)."),
    sessionName: z.string().nullable().describe("Chosen by whoever took the role."),
    accessKeyId: z.string().nullable(),
  }),
).describe("The IAM principal STS vouched for.");

export const kubernetes = schemaFor<KubernetesIdentity>()(
  z.object({ username: z.string(), groups: z.array(z.string()), uid: z.string() }),
);

const evidence = z.object({
  source: z.enum(["authenticator", "audit", "cloudtrail"]),
  stream: z.string().describe("Log stream, or account/Region for CloudTrail."),
  eventId: z.string().nullable().describe("AWS's id; null where the input had none."),
  recordId: z.string().describe("Gatebook's id of the record."),
});

export const confidence = z.enum(CONFIDENCES);

const sts = z
  .object({
    eventId: z.string().nullable().describe("null: several are equally good, and all in `alternatives`."),
    confidence: confidence,
    alternatives: z.array(z.string()),
  })
  .describe("The GetCallerIdentity event behind the attempt.");

const originFields = {
  kind: z.enum(CALLER_CLASSES),
  name: z.string().nullable(),
  nameFrom: z.enum(NAME_SOURCES).nullable().describe("Where the name was read."),
  confidence: confidence
    .nullable()
    .describe("The weakest join that leads to the origin; null where it is unknown."),
  userId: z.string().nullable().describe("Identity Center's id of the person."),
};

/** Where a chain ended. */
export const chainEnd = z.enum([
  "origin",
  "issuer-missing",
  "undecided",
  "callers-account-unread",
  "cycle",
  "too-long",
  "nobody",
]);

export const originObject = z.object(originFields);

export const tracedOrigin = z.object({
  ...originFields,
  end: chainEnd.describe("Why the chain ends there: `origin` = nothing stands before it."),
});

export const attemptObject = z.object({
  id: z.string().describe("Stays the same when the store is rebuilt."),
  timeMs: epochMs,
  cluster: z.string(),
  decision,
  class: z
    .enum(CALLER_CLASSES)
    .describe("What the lines of the attempt show. Filters and facets go by origin.kind, once it is traced."),
  origin: tracedOrigin.nullable().describe("Who is behind it; null: not traced yet."),
  caller: caller.nullable().describe("null: denied before STS vouched for anybody."),
  kubernetes: kubernetes.nullable().describe("null when denied."),
  error: z
    .string()
    .nullable()
    .describe("The authenticator's words when denied; partly the caller's own text."),
  stsEndpoint: z.string().nullable(),
  sts: sts.nullable(),
  evidence: z.array(evidence),
});

export const attemptSchema = schemaFor<TracedAttempt>()(attemptObject);

export const attemptPageSchema = schemaFor<AttemptPage>()(
  z.object({
    rows: z.array(attemptSchema).describe("Newest first."),
    next: z.string().nullable().describe("The cursor of the next page; null = these were the last."),
    position: count.describe("How many matches are newer than the first row."),
    total: count.describe("How many match in all."),
    range: timeRange.describe("The time that was searched: positions hold for exactly this one."),
  }),
);
