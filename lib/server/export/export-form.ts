import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { printAttemptCsv, printAttemptCsvHead } from "@/lib/domain/summarize/attempts/attempt-csv";
import { attemptSchema } from "../api/schemas/attempt-schema";

/** How attempts are written into a file. */
export interface ExportForm {
  readonly type: string;
  readonly extension: string;
  readonly head: string;
  /** `row` counts from 1. */
  readonly print: (attempt: TracedAttempt, row: number) => string;
  /** What ends a whole file of so many rows. */
  readonly end: (rows: number) => string;
}

const CSV: ExportForm = {
  type: "text/csv; charset=utf-8; header=present",
  extension: "csv",
  head: printAttemptCsvHead(),
  print: printAttemptCsv,
  end: () => "",
};

const NDJSON: ExportForm = {
  type: "application/x-ndjson; charset=utf-8",
  extension: "ndjson",
  head: "",
  print: (attempt) => `${JSON.stringify(attemptSchema.parse(attempt))}\n`,
  end: (rows) => `${JSON.stringify({ end: { rows } })}\n`,
};

/** What `format` and `bom` of a query ask for. */
export function exportFormOf(params: URLSearchParams): ExportForm {
  if (params.get("format") === "ndjson") return NDJSON;
  return params.get("bom") === "true" ? { ...CSV, head: `\uFEFF${CSV.head}` } : CSV;
}
