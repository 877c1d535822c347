import * as z from "zod";
import type { Endpoint } from "./endpoint";

export const linkEndpoints = {
  links: {
    path: "/api/v1/links",
    name: "ShortLink",
    summary: "Short links to views, at /l/ with their id.",
    query: null,
    schema: z.object({
      madeId: z.string().nullable().describe("Of the link that was made just now; null = none was."),
    }),
    write: {
      operationId: "createShortLink",
      name: "ShortLinkWish",
      summary: "Makes a short link to a view. Taken only from a page of this Gatebook.",
      schema: z.strictObject({ view: z.string().max(8_192).describe("Path and query of a page.") }),
    },
  },
} as const satisfies Record<string, Endpoint<unknown>>;
