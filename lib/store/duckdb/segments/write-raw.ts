import { VARCHAR } from "@duckdb/node-api";
import { DAY_MS } from "@/lib/domain/time/durations";
import { DimensionTable } from "../attempts/dimension-table";
import type { Writer } from "../writer";
import { appendBlocks, type SegmentKey } from "./open-segment";
import { packBlocks } from "./pack-blocks";
import { RAW_COLUMNS, type RawRecord } from "./raw-columns";
import type { SegmentFiles } from "./segment-files";
import { type Placed, writeBlocks } from "./write-blocks";

/** The id of the stream that a record stands in. */
export type StreamIdOf = (record: Pick<RawRecord, "sourceId" | "stream">) => number | null;

/** Writes records into segments, and rows that name their places. */
export class RawWriter {
  readonly files: SegmentFiles;
  readonly #streams = new DimensionTable("stream", [VARCHAR, VARCHAR]);

  constructor(files: SegmentFiles) {
    this.files = files;
  }

  /** Within one transaction; the segments are safe on the disk when it returns. */
  async write(writer: Writer, records: readonly RawRecord[]): Promise<void> {
    const placed: Placed<RawRecord>[] = [];
    for (const { key, ofDay } of byDay(records)) placed.push(...(await this.#writeDay(writer, key, ofDay)));
    const streamIdOf = await this.streamIds(writer, records);
    await writer.append(
      "raw",
      RAW_COLUMNS.map(([type]) => type),
      RAW_COLUMNS.map(([, read]) => placed.map((one) => read(one, streamIdOf))),
    );
  }

  /** After a transaction that was taken back. */
  forget(): void {
    this.#streams.forget();
  }

  async #writeDay(
    writer: Writer,
    key: SegmentKey,
    records: readonly RawRecord[],
  ): Promise<Placed<RawRecord>[]> {
    const packed = packBlocks(records);
    const contents = packed.map(({ bytes }) => bytes);
    const written = await appendBlocks(writer, this.files, key, contents);
    return writeBlocks(writer, written, packed);
  }

  /** Gives the ids of the records' streams; one that is new is written. */
  async streamIds(writer: Writer, records: readonly Parameters<StreamIdOf>[0][]): Promise<StreamIdOf> {
    const streams = new Map(records.map((record) => [streamKey(record), streamRow(record)]));
    const ids = await this.#streams.idsOf(writer, streams);
    return (record) => ids.get(streamKey(record)) ?? null;
  }
}

function streamKey({ sourceId, stream }: Parameters<StreamIdOf>[0]): string {
  return `${sourceId}\0${stream}`;
}

function streamRow(record: Parameters<StreamIdOf>[0]) {
  return { key: streamKey(record), values: [record.sourceId, record.stream] };
}

function byDay(records: readonly RawRecord[]): { key: SegmentKey; ofDay: RawRecord[] }[] {
  const days = new Map<string, { key: SegmentKey; ofDay: RawRecord[] }>();
  for (const record of records) {
    const dayMs = Math.floor(record.timeMs / DAY_MS) * DAY_MS;
    const name = `${dayMs}/${record.sourceId}`;
    const day = days.get(name) ?? { key: { sourceId: record.sourceId, dayMs }, ofDay: [] };
    day.ofDay.push(record);
    days.set(name, day);
  }
  return [...days.values()];
}
