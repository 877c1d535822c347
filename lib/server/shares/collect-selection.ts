import { formatStamp } from "@/lib/domain/time/format-time";
import { parseAttemptQuery } from "@/lib/search-params/attempts/parse-attempt-query";
import type { CollectedEvidence } from "@/lib/share/freeze-evidence";
import { recordsOf } from "./collect-attempt";
import type { CollectedView, Collecting } from "./collecting";

const MOST_ROWS = 500;
/** To read the records of more would take too long. */
const MOST_WITH_RECORDS = 50;
/** Of the list's address: where it is scrolled to, what is open beside it, which columns it has. */
const SCREEN = ["at", "open", "columns"] as const;

/** The newest 500 rows of a list; null = its address cannot be read. */
export async function collectSelection(asked: Collecting): Promise<CollectedView | null> {
  const read = parseAttemptQuery(asked.params, asked.nowMs, SCREEN);
  if (!read.ok) return null;
  const query = { filter: read.filter, cursor: null, limit: MOST_ROWS };
  const { rows, total, range } = await asked.investigations.searchAttempts(asked.viewer, query);
  const ids = rows.map(({ id }) => id);
  const records = ids.length > MOST_WITH_RECORDS ? [] : await readRecords(asked, ids);
  const counted =
    total > rows.length ? `The newest ${rows.length} of ${total} attempts` : countOf(rows.length);
  const title = `${counted}, ${formatStamp(range.from)} to ${formatStamp(range.to)}`;
  const content = { total, range, rows };
  return {
    clusters: [...new Set(rows.map(({ cluster }) => cluster))],
    evidence: { kind: "selection", title, content, records },
  };
}

async function readRecords(
  { investigations, viewer }: Collecting,
  ids: readonly string[],
): Promise<CollectedEvidence["records"]> {
  const records = new Map<string, CollectedEvidence["records"][number]>();
  for (const id of ids) {
    const detail = await investigations.explainAttempt(viewer, { id });
    for (const record of detail === null ? [] : recordsOf(detail)) records.set(record.recordId, record);
  }
  return [...records.values()];
}

function countOf(count: number): string {
  return count === 1 ? "One attempt" : `${count} attempts`;
}
