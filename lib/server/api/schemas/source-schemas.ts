import * as z from "zod";
import { type ChosenWay, READING_WAYS } from "@/lib/domain/correlate/lookups/reading-way";
import {
  type CoverageAlarm,
  SOURCE_KINDS,
  SOURCE_STATES,
  type SourceCoverage,
  type SourceKept,
  type SourcePace,
  type SourceProblem,
} from "@/lib/domain/summarize/coverage/coverage-report";
import { schemaFor } from "../schema-for";
import { count, epochMs, timeRange } from "./values";

export const problemSchema = schemaFor<SourceProblem>()(
  z.object({
    code: z.enum([
      "forbidden",
      "no-credentials",
      "expired-credentials",
      "region-disabled",
      "not-found",
      "log-type-off",
      "log-group-absent",
      "log-empty",
      "told-by-audit-log",
      "looked-up-instead",
      "too-many-at-once",
      "unreadable-object",
      "unsupported-log-class",
      "throttled",
      "unreachable",
      "malformed",
      "invalid-region",
    ]),
    message: z.string().describe("What was wrong, and where."),
    remedy: z.string().describe("What to do about it."),
    command: z.string().exactOptional().describe("A command that does it."),
    sinceMs: epochMs.exactOptional().describe("Since when, such as a log type's being off."),
    permission: z.string().nullable().describe("The IAM action that is missing."),
  }),
);

export const paceSchema = schemaFor<SourcePace>()(
  z.object({
    slowed: z.boolean().describe("AWS asked to slow down just now."),
    secondsLeft: z.number().nullable().describe("Until all that was asked for is read."),
  }),
);

const keptSchema = schemaFor<SourceKept>()(
  z.object({ days: z.number().nullable().describe("null: until somebody deletes them.") }),
);

const waySchema = schemaFor<ChosenWay>()(
  z.object({
    way: z
      .enum(READING_WAYS)
      .describe("scan: all of STS's events; look-ups: those of each new session, asked for one by one."),
    sinceMs: epochMs,
    eventsPerH: z.number().describe("STS's events that are recorded there in an hour, as measured."),
    sessionsPerH: z.number().describe("Sessions of the account in an hour; nodes and AWS's own apart."),
  }),
);

export const alarmSchema = schemaFor<CoverageAlarm>()(
  z.object({
    kind: z.enum(["log-silent", "reading-behind"]),
    cluster: z.string(),
    sourceId: z.string(),
    sinceMs: epochMs,
    sentence: z.string(),
  }),
);

export const sourceSchema = schemaFor<SourceCoverage>()(
  z.object({
    id: z.string(),
    kind: z
      .enum([...SOURCE_KINDS, "connection"])
      .describe("connection: an account or Region that cannot be reached; its sources are not known."),
    label: z.string(),
    cluster: z.string().nullable(),
    accountId: z.string().nullable(),
    region: z.string(),
    state: z.enum(SOURCE_STATES),
    problem: problemSchema.nullable(),
    asked: timeRange.describe("What the first reading is to cover."),
    read: z.array(timeRange).describe("What was read to the end."),
    settledToMs: epochMs.nullable().describe("Up to here little can still come late."),
    progress: z.number().min(0).max(1).describe("Share of `asked` that is read."),
    records: count,
    rejects: count.describe("Records that could not be read; they are kept."),
    late: count.describe("Records that came more than half an hour late."),
    newestMs: epochMs.nullable(),
    lastReadMs: epochMs.nullable(),
    way: waySchema
      .nullable()
      .describe("How an event history is read; null: it is none, or it was not measured yet."),
    pace: paceSchema.nullable().describe("null: it is not being read just now."),
    kept: keptSchema.nullable().describe("How long AWS keeps its records; null: that is not known."),
  }),
);
