import * as z from "zod";
import {
  type Attempt,
  CALLER_CLASSES,
  type Caller,
  CONFIDENCES,
  type KubernetesIdentity,
} from "@/lib/domain/correlate/attempt";
import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import { schemaFor } from "../schema-for";
import { count, epochMs, timeRange } from "./values";

const decision = z.enum(["granted", "denied"]);

const caller = schemaFor<Caller>()(
  z.object({
    arn: z.string().nullable().describe("As STS gave it; null where that line is missing."),
    canonicalArn: z.string().nullable().describe("As the authenticator compares it."),
    accountId: z.string().nullable(),
    uniqueId: z.string().nullable().describe("AROA…, AIDA…, an account (root), or account:name (federated)."),
    sessionName: z.string().nullable().describe("Chosen by whoever took the role."),
    accessKeyId: z.string().nullable(),
  }),
).describe("The IAM principal STS vouched for.");

const kubernetes = schemaFor<KubernetesIdentity>()(
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

export const attemptObject = z.object({
  id: z.string().describe("Stays the same when the store is rebuilt."),
  timeMs: epochMs,
  cluster: z.string(),
  decision,
  class: z.enum(CALLER_CLASSES),
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

export const attemptSchema = schemaFor<Attempt>()(attemptObject);

export const attemptPageSchema = schemaFor<AttemptPage>()(
  z.object({
    rows: z.array(attemptSchema).describe("Newest first."),
    next: z.string().nullable().describe("The cursor of the next page; null = these were the last."),
    position: count.describe("How many matches are newer than the first row."),
    total: count.describe("How many match in all."),
    range: timeRange.describe("The time that was searched: positions hold for exactly this one."),
  }),
);
