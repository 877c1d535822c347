import * as z from "zod";

/** What every answer but 200 holds. */
export const errorSchema = z.object({
  error: z.object({
    code: z.enum([
      "invalid-parameter",
      "not-found",
      "not-allowed",
      "refused",
      "too-large",
      "not-written",
      "starting",
      "too-busy",
      "given-up",
      "internal",
    ]),
    message: z.string(),
    parameter: z.string().exactOptional().describe("The parameter that cannot be (400)."),
    remedy: z.string().exactOptional().describe("What to do."),
  }),
});

export type ErrorBody = z.output<typeof errorSchema>["error"];
