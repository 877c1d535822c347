import * as z from "zod";
import {
  LONGEST_VIEW_NAME,
  LONGEST_VIEW_QUERY,
  MOST_VIEWS,
  type SavedViewChange,
  type SavedViewList,
} from "@/lib/domain/summarize/saved-view";
import type { Endpoint } from "./endpoint";
import { schemaFor } from "./schema-for";

const id = z.string();
const name = z.string().describe(`At most ${LONGEST_VIEW_NAME} characters; no two views have the same.`);
const query = z
  .string()
  .describe(
    `The query of /attempts without \`?\`, at most ${LONGEST_VIEW_QUERY} characters; kept in today's version.`,
  );

const savedViewChangeSchema = schemaFor<SavedViewChange>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("save"), name, query }),
    z.strictObject({
      kind: z.literal("replace"),
      id,
      query,
      seenMs: z.number().describe("The view's `savedMs` as it was seen: refused where it is another by now."),
    }),
    z.strictObject({ kind: z.literal("rename"), id, name }),
    z.strictObject({ kind: z.literal("delete"), id }),
  ]),
);

const savedViewListSchema = schemaFor<SavedViewList>()(
  z.object({
    views: z.array(
      z.object({
        id,
        name: z.string(),
        query: z.string().describe("The query of /attempts, with the version `v` it was written in."),
        savedMs: z.number(),
      }),
    ),
    problem: z.string().nullable().describe("Why they cannot be read; null = all is well."),
    setAside: z.array(z.string()).describe("Damaged files of views that are kept aside in the data folder."),
  }),
);

export const viewEndpoints = {
  savedViews: {
    path: "/api/v1/views",
    name: "SavedViewList",
    summary: `The views of the attempts screen that were saved for all, by name: at most ${MOST_VIEWS}.`,
    query: null,
    schema: savedViewListSchema,
    write: {
      operationId: "changeSavedViews",
      name: "SavedViewChange",
      summary: "Saves, replaces, renames or deletes a view. Taken only from a page of this Gatebook.",
      schema: savedViewChangeSchema,
    },
  },
} as const satisfies Record<string, Endpoint<unknown>>;
