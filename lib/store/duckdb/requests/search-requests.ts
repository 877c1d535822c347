import { RECORD_ID } from "@/lib/domain/identity/record-id";
import { printRowCursor } from "@/lib/domain/summarize/row-cursor";
import {
  REQUEST_FACETS,
  type RequestFacet,
  type RequestFilter,
} from "@/lib/domain/summarize/requests/request-filter";
import type { RequestFacets, StoredRequest } from "@/lib/domain/summarize/requests/request-page";
import type { RequestQuery, StoredRequests } from "@/lib/ports/request-store";
import { toStoredId } from "../attempts/attempt-codes";
import type { Database } from "../database";
import { readCursor } from "../read-cursor";
import type { Reader } from "../sql-values";
import { FROM_REQUESTS, REQUEST_COLUMNS, readRequest } from "./read-request";
import { COLUMN_OF, requestSql } from "./request-filter-sql";

/** One page, newest first by (time, id). */
export function searchRequests(
  database: Database,
  { filter, cursor, limit }: RequestQuery,
): Promise<StoredRequests> {
  const start = cursor === null ? null : readCursor(cursor);
  return database.snapshot(async (reader) => {
    const { where, params } = requestSql(filter);
    const after =
      start === null ? "" : " AND (w.time_ms < $time::BIGINT OR (w.time_ms = $time::BIGINT AND w.id < $id))";
    const [counted] = await reader.rows(
      `SELECT count(*)::DOUBLE AS n FROM ${FROM_REQUESTS} WHERE ${where}`,
      params,
    );
    const found = await reader.rows(
      `SELECT ${REQUEST_COLUMNS} FROM ${FROM_REQUESTS} WHERE ${where}${after}
        ORDER BY w.time_ms DESC, w.id DESC LIMIT $limit`,
      { ...params, ...start, limit: limit + 1 },
    );
    const rows = found.slice(0, limit).map(readRequest);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { rows, next: last === undefined ? null : printRowCursor(last), total: Number(counted?.n ?? 0) };
  });
}

/** null: there is none, or the id is none of ours. */
export async function findRequest(database: Database, id: string): Promise<StoredRequest | null> {
  if (!RECORD_ID.test(id)) return null;
  const [row] = await database.rows(`SELECT ${REQUEST_COLUMNS} FROM ${FROM_REQUESTS} WHERE w.id = $id`, {
    id: toStoredId(id),
  });
  return row === undefined ? null : readRequest(row);
}

const MOST_OF_AUDIT = 5;

/** A client may choose the id of its requests, so several may bear one. */
export async function findRequestsOfAudit(database: Database, auditId: string): Promise<StoredRequest[]> {
  const rows = await database.rows(
    `SELECT ${REQUEST_COLUMNS} FROM ${FROM_REQUESTS} WHERE w.audit_id = $auditId
      ORDER BY w.time_ms DESC, w.id DESC LIMIT ${MOST_OF_AUDIT}`,
    { auditId },
  );
  return rows.map(readRequest);
}

/** Each facet counted with its own filter left out. */
export function countRequestFacets(
  database: Database,
  filter: RequestFilter,
  limit: number,
): Promise<RequestFacets> {
  return database.snapshot(async (reader) => {
    const counts: [RequestFacet, RequestFacets[RequestFacet]][] = [];
    for (const name of REQUEST_FACETS) counts.push([name, await countFacet(reader, name, { filter, limit })]);
    return Object.fromEntries(counts) as RequestFacets;
  });
}

async function countFacet(
  reader: Reader,
  name: RequestFacet,
  { filter, limit }: { readonly filter: RequestFilter; readonly limit: number },
): Promise<RequestFacets[RequestFacet]> {
  const { where, params } = requestSql(filter, name);
  const column = name === "outcome" ? "CASE WHEN w.denied THEN 'denied' ELSE 'allowed' END" : COLUMN_OF[name];
  const rows = await reader.rows(
    `SELECT ${column} AS value, count(*)::DOUBLE AS n, count(*) OVER ()::DOUBLE AS found FROM ${FROM_REQUESTS}
      WHERE ${where} AND ${column} IS NOT NULL AND ${column} <> '' GROUP BY value ORDER BY n DESC, value LIMIT $limit`,
    { ...params, limit },
  );
  const values = rows.map(({ value, n }) => ({ value: String(value), count: Number(n) }));
  return { values, distinct: Number(rows[0]?.found ?? 0) };
}
