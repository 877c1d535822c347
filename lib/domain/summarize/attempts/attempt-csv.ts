import type { TracedAttempt } from "../../correlate/chain/attempt-origin";
import { printCsvRecord } from "../csv-cell";

type Cell = (attempt: TracedAttempt) => string | null;

/** The columns of an export, in their order: a contract, new ones are added at the end. */
const COLUMNS: Readonly<Record<string, Cell>> = {
  time: ({ timeMs }) => new Date(timeMs).toISOString(),
  cluster: ({ cluster }) => cluster,
  decision: ({ decision }) => decision,
  origin_kind: ({ class: byLines, origin }) => origin?.kind ?? byLines,
  origin_name: ({ origin }) => origin?.name ?? origin?.userId ?? null,
  origin_confidence: ({ origin }) => origin?.confidence ?? null,
  kubernetes_username: ({ kubernetes }) => kubernetes?.username ?? null,
  // As JSON: a group's name may hold whatever one would part them by.
  kubernetes_groups: ({ kubernetes }) => (kubernetes === null ? null : JSON.stringify(kubernetes.groups)),
  kubernetes_uid: ({ kubernetes }) => kubernetes?.uid ?? null,
  error: ({ error }) => error,
  caller_arn: ({ caller }) => caller?.arn ?? null,
  caller_canonical_arn: ({ caller }) => caller?.canonicalArn ?? null,
  account: ({ caller }) => caller?.accountId ?? null,
  unique_id: ({ caller }) => caller?.uniqueId ?? null,
  session_name: ({ caller }) => caller?.sessionName ?? null,
  access_key_id: ({ caller }) => caller?.accessKeyId ?? null,
  sts_endpoint: ({ stsEndpoint }) => stsEndpoint,
  sts_event_id: ({ sts }) => sts?.eventId ?? null,
  sts_confidence: ({ sts }) => sts?.confidence ?? null,
  id: ({ id }) => id,
};

/** The names of an export's columns; `row` counts the records from 1, so that a file that was cut short shows it. */
export const ATTEMPT_CSV_COLUMNS: readonly string[] = ["row", ...Object.keys(COLUMNS)];

/** The first record of a file. */
export function printAttemptCsvHead(): string {
  return printCsvRecord(ATTEMPT_CSV_COLUMNS);
}

/** One attempt as a record of CSV; times are UTC and say so, no cell can be taken for a formula. */
export function printAttemptCsv(attempt: TracedAttempt, row: number): string {
  return printCsvRecord([String(row), ...Object.values(COLUMNS).map((cell) => cell(attempt))]);
}
