import * as z from "zod";
import type { RawPage } from "@/lib/domain/summarize/raw-search";
import { schemaFor } from "../schema-for";
import { count, epochMs, textNote } from "./values";

const row = z.object({
  recordId: z.string(),
  eventId: z.string().nullable(),
  source: z.string().describe("The source's id, as the coverage names it."),
  cluster: z.string().nullable(),
  stream: z.string(),
  timeMs: epochMs,
  text: z.string().describe("The record as it came; tokens are masked."),
  note: textNote,
});

const scanned = z.object({
  records: count,
  bytes: count.describe("Before compression."),
  from: epochMs.describe("Every match from here on is told, on this page or on those before it."),
  to: epochMs,
  complete: z.boolean().describe("false: the page was full before the range was searched to its start."),
  unreadable: count.describe("Records whose file is missing or damaged."),
});

export const rawPageSchema = schemaFor<RawPage>()(
  z.object({
    rows: z.array(row).describe("Newest first."),
    next: z.string().nullable().describe("Cursor of the next page."),
    scanned,
  }),
);
