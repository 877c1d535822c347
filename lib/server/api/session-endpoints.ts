import * as z from "zod";
import type { SessionList } from "@/lib/domain/summarize/session-entry";
import type { Endpoint } from "./endpoint";
import { schemaFor } from "./schema-for";
import { epochMs } from "./schemas/values";

const sessionListSchema = schemaFor<SessionList>()(
  z.object({
    sessions: z.array(
      z.object({
        id: z.string().describe("Names the session; opens nothing."),
        name: z.string(),
        person: z.string().describe("The provider's issuer and the person's subject, with `|` between them."),
        groups: z.array(z.string()).describe("Those of the person's groups that have a role."),
        peer: z.string().nullable().describe("Where it signed in from; null = unknown."),
        startedMs: epochMs,
        seenMs: epochMs,
        own: z.boolean().describe("Whether it is the one that asks."),
      }),
    ),
  }),
);

export const sessionEndpoints = {
  sessions: {
    path: "/api/v1/sessions",
    name: "SessionList",
    summary: "Who is signed in, the newest first. For admins.",
    query: null,
    schema: sessionListSchema,
    write: {
      operationId: "endSession",
      name: "SessionEnd",
      summary:
        "Ends a session: it sees nothing more within a second. Taken only from a page of this Gatebook.",
      schema: z.strictObject({ id: z.string().max(64) }),
    },
  },
} as const satisfies Record<string, Endpoint<unknown>>;
