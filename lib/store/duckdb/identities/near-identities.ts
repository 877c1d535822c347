import type { IdentityKind } from "@/lib/domain/identity/identity-ref";
import type { IdentityHit } from "@/lib/domain/summarize/identities/identity-report";
import type { Database } from "../database";
import type { Params, Reader } from "../sql-values";
import { NAMES } from "./names-sql";

/** How alike two names must be, 0 to 1 (Jaro and Winkler). */
const ALIKE = 0.85;
/** No more names than these are compared letter by letter. */
const MOST_COMPARED = 200_000;

/**
 * Names that hold the text, case ignored, those that begin with it first; where there are none, those that look most like
 * it; without a text the most active of each kind, people's before others'. Counted by whole days of UTC.
 */
export function nearIdentities(database: Database, text: string, limit: number): Promise<IdentityHit[]> {
  const asked = text.toLowerCase();
  return database.snapshot(async (reader) => {
    if (asked === "") return hits(reader, MOST_ACTIVE, { limit });
    const keys = await keysWith(reader, text, limit);
    const holding = [...keys, ...(await hits(reader, HOLDING, { text: asked, limit }))];
    if (holding.length > 0) return holding.slice(0, limit);
    return hits(reader, ALIKE_NAMES, { text: asked, limit });
  });
}

const MOST_ACTIVE = `${NAMES} SELECT * FROM names WHERE kind NOT IN ('unique-id', 'account')
  QUALIFY row_number() OVER (PARTITION BY kind ORDER BY people DESC, n DESC, value) <= $limit
  ORDER BY kind, people DESC, n DESC, value`;

const HOLDING = `${NAMES} SELECT * FROM names WHERE contains(lower(value), $text)
  ORDER BY kind = 'unique-id', NOT starts_with(lower(value), $text), n DESC, kind, value LIMIT $limit`;

/** Of a name as a whole, of what stands before its `@`, and of what stands behind its last separator. */
const LIKENESS = `greatest(${["name", "split_part(name, '@', 1)", "regexp_extract(name, '[^/:]*$')"]
  .map((part) => `jaro_winkler_similarity(${part}, $text)`)
  .join(", ")})`;

const ALIKE_NAMES = `${NAMES} SELECT * EXCLUDE (name, alike) FROM (SELECT *, ${LIKENESS} AS alike
    FROM (SELECT *, lower(value) AS name FROM names WHERE kind <> 'unique-id' LIMIT ${MOST_COMPARED}))
  WHERE alike > ${ALIKE} ORDER BY alike DESC, people DESC, n DESC, kind, value LIMIT $limit`;

const KEY_START = /^A[KS]IA[A-Z0-9]{2,}$/i;

/** Access keys are no part of an actor: they are looked up by how they begin. */
async function keysWith(reader: Reader, text: string, limit: number): Promise<IdentityHit[]> {
  if (!KEY_START.test(text)) return [];
  return hits(reader, KEYS, { text: text.toUpperCase(), limit });
}

const KEYS = `SELECT 'key' AS kind, s.access_key_id AS value, count(*)::DOUBLE AS n, max(a.time_ms)::DOUBLE AS last
  FROM attempt a JOIN (SELECT id, access_key_id FROM session WHERE starts_with(access_key_id, $text)) s
    ON s.id = a.session_id GROUP BY 2 ORDER BY last DESC, value LIMIT $limit`;

async function hits(reader: Reader, sql: string, params: Params): Promise<IdentityHit[]> {
  const rows = await reader.rows(sql, params);
  return rows.map((row) => ({
    kind: String(row.kind) as IdentityKind,
    value: String(row.value),
    attempts: Number(row.n),
    lastMs: Number(row.last),
  }));
}
