import * as z from "zod";
import {
  LONGEST_NOTE,
  LONGEST_TITLE,
  MOST_ADDED_AT_ONCE,
  MOST_ENTRIES,
} from "@/lib/domain/summarize/incidents/incident";
import type { Endpoint } from "./endpoint";
import {
  frozenRecordsSchema,
  incidentListRequestSchema,
  incidentListSchema,
  incidentRequestSchema,
  incidentViewSchema,
} from "./schemas/incident-schemas";

const OF_INCIDENT = { id: "The incident's id." };

/** Incidents: what people collected of them, and how they change it. */
export const incidentEndpoints = {
  listIncidents: {
    path: "/api/v1/incidents",
    name: "IncidentList",
    summary: "The incidents that whoever asks may see.",
    query: null,
    schema: incidentListSchema,
    write: {
      operationId: "changeIncidents",
      name: "IncidentListChange",
      summary: `Begins an incident (a title has at most ${LONGEST_TITLE} characters), or deletes one. Taken only from a page of this Gatebook.`,
      schema: incidentListRequestSchema,
    },
  },
  readIncident: {
    path: "/api/v1/incidents/[id]",
    name: "Incident",
    summary: "One incident: its attempts, changes and notes in the order of what happened.",
    query: null,
    inPath: OF_INCIDENT,
    schema: incidentViewSchema,
    write: {
      operationId: "changeIncident",
      name: "IncidentChange",
      summary: `Changes an incident: at most ${MOST_ENTRIES} entries, ${MOST_ADDED_AT_ONCE} attempts at once, ${LONGEST_NOTE} characters a note. Taken only from a page of this Gatebook.`,
      schema: incidentRequestSchema,
    },
  },
  printIncident: {
    path: "/api/v1/incidents/[id]/markdown",
    name: "IncidentMarkdown",
    summary: "One incident as Markdown, for a ticket or a chat; times are UTC.",
    query: null,
    inPath: OF_INCIDENT,
    media: ["text/markdown"],
    schema: z.string(),
  },
  readIncidentEvidence: {
    path: "/api/v1/incidents/[id]/evidence/[entry]",
    name: "IncidentEvidence",
    summary: "The records that prove an attempt of an incident, as it keeps them.",
    query: null,
    inPath: { ...OF_INCIDENT, entry: "The entry's id." },
    schema: frozenRecordsSchema,
  },
} as const satisfies Record<string, Endpoint<unknown>>;
