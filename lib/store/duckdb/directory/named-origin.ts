import type { AttemptOrigin } from "@/lib/domain/correlate/chain/attempt-origin";
import type { DirectorySource } from "@/lib/domain/correlate/chain/directory";
import { withDirectoryName } from "@/lib/domain/correlate/chain/name-origin";
import { codeOfClass } from "../attempts/attempt-codes";
import { toOrigin } from "../origins/origin-values";
import { type Row, textOrNull } from "../sql-values";

/** Nobody else's; a condition of its own beside the join fails in DuckDB 1.5 where few columns are asked for. */
const USER_ID = `CASE WHEN o.kind = ${codeOfClass("person")} THEN o.user_id END`;
const knows = (alias: string, source: DirectorySource) =>
  `LEFT JOIN (SELECT * FROM directory_user WHERE source = '${source}') ${alias} ON ${alias}.user_id = ${USER_ID}`;

/**
 * `origin`, with what directories call each person (`called`, `called_from`) at the time of asking, the operator's file
 * first. Nothing that is stored of an origin depends on it, so that no answer of a directory makes anything be traced anew.
 */
export const NAMED_ORIGIN = `(SELECT o.*, coalesce(f.called, s.called) AS called,
    CASE WHEN f.called IS NOT NULL THEN f.source WHEN s.called IS NOT NULL THEN s.source END AS called_from,
    concat_ws(chr(10), o.search, f.search, s.search) AS searched
  FROM origin o ${knows("f", "directory-file")} ${knows("s", "identity-store")})`;

/** How an origin is shown and asked for, over `origin`: Identity Center may tell an id and no name. */
export const ORIGIN_NAME = "coalesce(origin.called, origin.name, origin.user_id)";

/** An origin is asked for by what it is called, and by what it was called before a directory named it. */
export function isCalled(matches: (column: string) => string): string {
  return `(${["called", "name", "user_id"].map((column) => `coalesce(${matches(column)}, false)`).join(" OR ")})`;
}

export function toNamedOrigin(row: Row): AttemptOrigin {
  const name = textOrNull(row.called);
  const from = textOrNull(row.called_from) as DirectorySource | null;
  return withDirectoryName(toOrigin(row), name === null || from === null ? null : { name, from });
}
