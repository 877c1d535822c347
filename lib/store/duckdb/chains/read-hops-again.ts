import { VARCHAR } from "@duckdb/node-api";
import { readCredentials } from "@/lib/domain/correlate/chain/credentials";
import { type HopEvent, toHopEvent } from "@/lib/domain/correlate/chain/hop-event";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import { DAY_MS } from "@/lib/domain/time/durations";
import { toStoredId } from "../attempts/attempt-codes";
import { readRaw } from "../segments/read-raw";
import type { RawWriter } from "../segments/write-raw";
import type { Writer } from "../writer";
import { appendHops } from "./write-hops";

/** Reads the CloudTrail records that a former version stored once more, for what it did not take from them. */
export async function readHopsAgain(writer: Writer, { files }: RawWriter): Promise<void> {
  const days = await writer.rows(
    `SELECT DISTINCT floor(r.time_ms / 86400000) * 86400000 AS day FROM raw r
      WHERE ${OF_CLOUDTRAIL} ORDER BY day`,
  );
  for (const { day } of days) {
    const of = { from: Number(day), to: Number(day) + DAY_MS };
    const where = `${OF_CLOUDTRAIL} AND r.time_ms >= $from AND r.time_ms < $to`;
    const hops: HopEvent[] = [];
    const uses: Use[] = [];
    for (const { recordId, stream, text } of await readRaw(writer, files, where, of)) {
      const reading = readCloudTrailRecord(text);
      if (!reading.ok) continue;
      const hop = toHopEvent(reading.record, { recordId, stream });
      if (hop !== null) hops.push(hop);
      else uses.push({ recordId, credentials: JSON.stringify(readCredentials(reading.record)) });
    }
    await forgetHops(writer, hops);
    await appendHops(writer, hops);
    await writeCredentials(writer, uses);
  }
}

/** Those whose records are no longer there stay as they were read. */
async function forgetHops(writer: Writer, hops: readonly HopEvent[]): Promise<void> {
  if (hops.length === 0) return;
  const ids = hops.map(({ recordId }) => toStoredId(recordId));
  for (const table of ["hop_event", "hop_address"])
    await writer.run(`DELETE FROM ${table} WHERE record_id IN (SELECT unnest($ids::UHUGEINT[]))`, { ids });
}

interface Use {
  readonly recordId: string;
  readonly credentials: string;
}

async function writeCredentials(writer: Writer, uses: readonly Use[]): Promise<void> {
  await writer.run("CREATE TABLE credentials_read (record_id VARCHAR, credentials VARCHAR)");
  await writer.append(
    "credentials_read",
    [VARCHAR, VARCHAR],
    [uses.map(({ recordId }) => recordId), uses.map(({ credentials }) => credentials)],
  );
  await writer.run(
    `UPDATE sts_event SET credentials = c.credentials FROM credentials_read c
      WHERE c.record_id = sts_event.record_id AND sts_event.candidate`,
  );
  await writer.run("DROP TABLE credentials_read");
}

const OF_CLOUDTRAIL = `r.stream_id IN (SELECT t.id FROM stream t JOIN source s ON s.id = t.source_id
  WHERE s.kind = 'cloudtrail')`;
