import * as z from "zod";
import type { FrozenRecord } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentListRequest, IncidentRequest } from "@/lib/domain/summarize/incidents/incident-request";
import type { IncidentList, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { schemaFor } from "../schema-for";
import { attemptObject } from "./attempt-schema";
import { configurationChange } from "./configuration-schemas";
import { reasonCode } from "./explained-reason-schema";
import { sentence } from "./sentence-schema";
import { count, epochMs, textNote } from "./values";

const id = z.string();
const version = count.describe("One more with each change.");
const state = z.enum(["open", "closed"]);
const by = z.string().describe("Who did it.");
const mayChange = z.boolean().describe("Whether whoever asks may change it.");
const stamp = z.object({ ms: epochMs, by });

const record = {
  recordId: z.string(),
  eventId: z.string().nullable().describe("AWS's id; null = it has none."),
  kind: z.enum(["line", "sts-event", "hop"]),
  note: textNote,
  sha256: z.string().nullable().describe("SHA-256 of the text in UTF-8; null = there is no text."),
};

const seen = {
  id,
  timeMs: epochMs.describe("When it happened; of a note: when it was written."),
  addedMs: epochMs,
  by,
};

const entry = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("attempt"),
    ...seen,
    attempt: attemptObject.describe("As it was known when it was added."),
    sentence,
    reason: z.object({ code: reasonCode, title: z.string(), meaning: z.string() }).nullable(),
    records: z.array(z.object(record)),
  }),
  z.object({ kind: z.literal("change"), ...seen, cluster: z.string(), change: configurationChange }),
  z.object({
    kind: z.literal("note"),
    ...seen,
    text: z.string(),
    edited: stamp.nullable().describe("When its text was changed last; null = never."),
  }),
  z.object({
    kind: z.literal("removed"),
    ...seen,
    was: z.enum(["attempt", "change", "note"]),
    removed: stamp,
  }),
]);

export const incidentViewSchema = schemaFor<IncidentView>()(
  z.object({
    ...{ id, title: z.string(), state, createdMs: epochMs, version, by, nowMs: epochMs },
    entries: z.array(entry).describe("By the time of what happened, oldest first."),
    hiddenCount: count.describe("Entries of clusters that whoever asks may not see."),
    mayChange,
    said: z.string().nullable().describe("What is to be told of the change that was sent."),
  }),
);

export const incidentListSchema = schemaFor<IncidentList>()(
  z.object({
    incidents: z
      .array(
        z.object({
          ...{ id, title: z.string(), state, createdMs: epochMs, changedMs: epochMs, version, by },
          counts: z.object({ attempt: count, change: count, note: count }),
          clusters: z.array(z.string()),
        }),
      )
      .describe("Open ones first, then by their last change, newest first."),
    problems: z.array(z.string()).describe("Files that cannot be read, each in a sentence."),
    mayChange,
    madeId: z.string().nullable().describe("The incident that was made just now."),
  }),
);

export const frozenRecordsSchema = schemaFor<readonly FrozenRecord[]>()(
  z.array(z.object({ ...record, text: z.string().describe("Empty when it could not be read.") })),
);

const seenVersion = z
  .number()
  .describe("The incident's `version` as it was seen: refused where it is another by now.");
const title = z.string();
const text = z.string();

export const incidentListRequestSchema = schemaFor<IncidentListRequest>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("create"), title }),
    z.strictObject({ kind: z.literal("delete"), id, seenVersion }),
  ]),
);

export const incidentRequestSchema = schemaFor<IncidentRequest>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("rename"), title, seenVersion }),
    z.strictObject({ kind: z.enum(["close", "reopen"]), seenVersion }),
    z.strictObject({ kind: z.literal("add-attempts"), attemptIds: z.array(id) }),
    z.strictObject({
      kind: z.literal("add-change"),
      cluster: z.string(),
      change: z.string().describe("`timeMs kind part key` of one of the cluster's changes."),
    }),
    z.strictObject({ kind: z.literal("add-note"), text }),
    z.strictObject({ kind: z.literal("edit-note"), entryId: id, text, seenVersion }),
    z.strictObject({ kind: z.literal("remove-entry"), entryId: id, seenVersion }),
  ]),
);
