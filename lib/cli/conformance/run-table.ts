import { isDeepStrictEqual } from "node:util";
import { arnLikeTable, canonicalizeTable, stripPathTable } from "./arn-tables";
import { logfmtQuotingTable, serverLogTable } from "./log-tables";
import type { Row, RowCheck } from "./row-check";

export interface TableResult {
  passed: number;
  failed: number;
  /** Rows this build has no code for. */
  skipped: number;
  failures: { row: number; input: unknown; expected: unknown; actual: unknown }[];
}

type Table = (content: unknown) => RowCheck[];

const TABLES: readonly { readonly named: string; readonly read: Table }[] = [
  { named: "arn-canonicalize", read: canonicalizeTable },
  { named: "arn-strip-path", read: stripPathTable },
  { named: "arn-like", read: arnLikeTable },
  { named: "logfmt-quoting", read: logfmtQuotingTable },
  { named: "server-log", read: serverLogTable },
];

/** Runs one table, known by its file name; the rows of an unknown one count as skipped. */
export function runTable(fileName: string, content: unknown): TableResult {
  const result: TableResult = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const table = TABLES.find(({ named }) => fileName.startsWith(named));
  if (table === undefined) return { ...result, skipped: countRows(content) };
  table.read(content).forEach(({ input, expected, actual }, row) => {
    if (isDeepStrictEqual(actual, expected)) result.passed++;
    else {
      result.failed++;
      result.failures.push({ row, input, expected, actual });
    }
  });
  return result;
}

function countRows(content: unknown): number {
  if (Array.isArray(content)) return content.length;
  if (typeof content !== "object" || content === null) return 1;
  const lists = Object.values(content as Row).filter(Array.isArray);
  return Math.max(
    1,
    lists.reduce((sum, list) => sum + list.length, 0),
  );
}
