import * as z from "zod";

/** Milliseconds since 1970, UTC; CloudTrail's extended request ids give fractions. */
export const epochMs = z.number().describe("Milliseconds since 1970-01-01T00:00:00Z.");

export const timeRange = z
  .object({ from: epochMs, to: epochMs })
  .describe("From `from`, which belongs to it, to `to`, which does not.");

/** A number of things. */
export const count = z.int().min(0);

/** What is to be said of a record's text. */
export const textNote = z
  .string()
  .nullable()
  .describe("Whether the text is cut, or why it cannot be read; null = it is whole.");
