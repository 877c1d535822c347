import * as z from "zod";

export const sentence = z
  .array(
    z.object({
      text: z.string(),
      strong: z.boolean().exactOptional(),
      code: z.boolean().exactOptional(),
      claimed: z.boolean().exactOptional().describe("Chosen by whoever came: a word, not a proof."),
    }),
  )
  .describe("A sentence in parts, to be put together as they are.");
