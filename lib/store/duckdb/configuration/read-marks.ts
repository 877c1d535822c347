import type { StoredMark } from "@/lib/domain/correlate/configuration/item-revision";
import type {
  MarkAuthor,
  MarkPart,
  MarkTells,
} from "@/lib/domain/parse/configuration-marks/configuration-mark";
import { fromStoredId } from "../attempts/attempt-codes";
import { type Reader, type Row, textOrNull } from "../sql-values";

/**
 * All that is told of a cluster, by time. A cluster's address is that of the sources of its logs; what a file tells may be
 * of any account and Region.
 */
export async function readMarks(reader: Reader, cluster: string): Promise<StoredMark[]> {
  const rows = await reader.rows(
    `WITH own AS (SELECT DISTINCT regexp_extract(log_group, '^/aws/eks/(.+)/cluster$', 1) AS name, account_id, region
        FROM source WHERE cluster = $cluster)
      SELECT * FROM config_mark m WHERE EXISTS (SELECT 1 FROM own o WHERE o.name = m.cluster
        AND (o.account_id IS NULL OR m.account_id IS NULL OR o.account_id = m.account_id)
        AND (o.region = '' OR m.region = '' OR o.region = m.region))
      ORDER BY time_ms, id`,
    { cluster },
  );
  return rows.map(toMark);
}

function toMark(row: Row): StoredMark {
  const author = textOrNull(row.author);
  return {
    part: String(row.part) as MarkPart,
    key: String(row.key),
    tells: String(row.tells) as MarkTells,
    timeMs: Number(row.time_ms),
    untilMs: Number(row.until_ms),
    value: textOrNull(row.value),
    by: author === null ? null : (JSON.parse(author) as MarkAuthor),
    evidence: row.record_id === null ? null : evidenceOf(row),
  };
}

function evidenceOf(row: Row): StoredMark["evidence"] {
  return {
    sourceId: String(row.source_id),
    recordId: fromStoredId(row.record_id),
    timeMs: Number(row.record_ms),
    requestId: row.request_id === null ? null : fromStoredId(row.request_id),
    eventId: textOrNull(row.event_id),
  };
}
