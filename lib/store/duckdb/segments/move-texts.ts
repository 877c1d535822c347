import { type Row, textOrNull } from "../sql-values";
import type { Writer } from "../writer";
import type { RawRecord } from "./raw-columns";
import { toStoredText } from "./stored-text";
import type { RawWriter } from "./write-raw";

const AT_ONCE = 10_000;

/** Moves the texts of a store that had them in its table `raw_text` to segments. */
export async function moveTexts(writer: Writer, raw: RawWriter): Promise<void> {
  const [last] = await writer.rows("SELECT coalesce(max(rowid), -1)::DOUBLE AS id FROM raw_text");
  for (let from = 0; from <= Number(last?.id); from += AT_ONCE) {
    const rows = await writer.rows(
      "SELECT * FROM raw_text WHERE rowid >= $from AND rowid < $to ORDER BY source_id, time_ms",
      { from, to: from + AT_ONCE },
    );
    await raw.write(writer, rows.map(toRawRecord));
  }
}

function toRawRecord(row: Row): RawRecord {
  const { bytes, originalBytes, storedSha256 } = toStoredText(String(row.text));
  const sha256 = String(row.sha256);
  return {
    recordId: String(row.record_id),
    sourceId: String(row.source_id),
    stream: String(row.stream),
    timeMs: Number(row.time_ms),
    eventId: textOrNull(row.event_id),
    sha256,
    bytes,
    storedSha256: storedSha256 ?? (sha256 === row.sha256_stored ? null : String(row.sha256_stored)),
    originalBytes,
  };
}
