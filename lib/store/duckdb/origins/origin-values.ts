import { type DuckDBType, UTINYINT, VARCHAR } from "@duckdb/node-api";
import type { AttemptOrigin } from "@/lib/domain/correlate/chain/attempt-origin";
import { classOfCode, codeOfClass } from "../attempts/attempt-codes";
import type { DimensionRow } from "../attempts/dimension-table";
import { numberOrNull, type Row, textOrNull } from "../sql-values";

/** Kind, name, where it is from, confidence, Identity Center's user id, how the chain ended, text to search. */
export const ORIGIN_TYPES: readonly DuckDBType[] = [UTINYINT, ...new Array<DuckDBType>(6).fill(VARCHAR)];

export function toOriginRow(origin: AttemptOrigin): DimensionRow {
  const { kind, name, nameFrom, confidence, userId, end } = origin;
  const search = [name, userId].filter((text) => text !== null).join("\n");
  const values = [name, nameFrom, confidence, userId, end];
  return {
    key: JSON.stringify([kind, ...values]),
    values: [codeOfClass(kind), ...values, search.toLowerCase()],
  };
}

export function toOrigin(row: Row): AttemptOrigin {
  return {
    kind: classOfCode(numberOrNull(row.kind)),
    name: textOrNull(row.name),
    nameFrom: textOrNull(row.name_from) as AttemptOrigin["nameFrom"],
    confidence: textOrNull(row.confidence) as AttemptOrigin["confidence"],
    userId: textOrNull(row.user_id),
    end: textOrNull(row.ended) as AttemptOrigin["end"],
  };
}
