import { isDeepStrictEqual } from "node:util";
import { arnLikeTable, canonicalizeTable, stripPathTable } from "./arn-tables";
import { configMapTable } from "./config-map-table";
import { logfmtQuotingTable, serverLogTable } from "./log-tables";
import { mappingTable, roleMappingTable, sessionNameTable } from "./mapping-tables";
import { type Row, type RowCheck, rowsOf } from "./row-check";

export interface TableResult {
  passed: number;
  failed: number;
  /** Rows this build has no code for. */
  skipped: number;
  failures: { row: number; input: unknown; expected: unknown; actual: unknown }[];
}

/** A table is known by its file's name, or by the keys of its first row. */
interface Table {
  readonly named: string;
  readonly list: string;
  readonly keys: readonly string[];
  readonly read: (content: unknown) => RowCheck[];
}

const TABLES: readonly Table[] = [
  {
    named: "arn-canonicalize",
    list: "cases",
    keys: ["input", "expected", "principalType"],
    read: canonicalizeTable,
  },
  { named: "arn-like", list: "arnLike", keys: ["arn", "pattern", "match"], read: arnLikeTable },
  { named: "logfmt-quoting", list: "cases", keys: ["valueBase64", "rendered"], read: logfmtQuotingTable },
  { named: "server-log", list: "cases", keys: ["line", "expected"], read: serverLogTable },
  { named: "configmap-parse", list: "cases", keys: ["data", "expected"], read: configMapTable },
  { named: "mapping", list: "doMapping", keys: ["identity", "backends", "expected"], read: mappingTable },
  { named: "role-mapping", list: "cases", keys: ["mapping", "validateError"], read: roleMappingTable },
  {
    named: "session-name",
    list: "cases",
    keys: ["template", "identity", "expected"],
    read: sessionNameTable,
  },
  { named: "arn-strip-path", list: "cases", keys: ["input", "expected", "error"], read: stripPathTable },
];

/** Runs one table; the rows of an unknown one count as skipped. */
export function runTable(fileName: string, content: unknown): TableResult {
  const result: TableResult = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const table = TABLES.find(({ named }) => fileName.startsWith(named)) ?? findByShape(content);
  if (table === undefined) return { ...result, skipped: countRows(content) };
  table.read(content).forEach(({ input, pairs }, row) => {
    const wrong = pairs.find(({ expected, actual }) => !isDeepStrictEqual(actual, expected));
    if (wrong === undefined) result.passed++;
    else result.failures.push({ row, input, ...wrong });
  });
  return { ...result, failed: result.failures.length };
}

function findByShape(content: unknown): Table | undefined {
  return TABLES.find(({ list, keys }) => {
    const [first] = rowsOf(content, list);
    return first !== undefined && keys.every((key) => key in first);
  });
}

function countRows(content: unknown): number {
  if (typeof content !== "object" || content === null) return 1;
  if (Array.isArray(content)) return content.length;
  const counts = Object.keys(content as Row).map((key) => rowsOf(content, key).length);
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
}
