import {
  BLOB,
  DOUBLE,
  DuckDBBlobValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UHUGEINT,
  VARCHAR,
} from "@duckdb/node-api";
import { toStoredId } from "../attempts/attempt-codes";
import type { Placed } from "./write-blocks";

/** A record as it is to be kept. */
export interface RawRecord {
  readonly recordId: string;
  readonly sourceId: string;
  readonly stream: string;
  readonly timeMs: number;
  readonly eventId: string | null;
  /** SHA-256 in hex of the text as it came. */
  readonly sha256: string;
  readonly bytes: Buffer;
  /** SHA-256 in hex of `bytes` where they are not the text as it came. */
  readonly storedSha256: string | null;
  readonly originalBytes: number;
}

type ReadValue = (placed: Placed<RawRecord>, streamId: (record: RawRecord) => number | null) => DuckDBValue;

/** The columns of `raw`, in the order of the table. */
export const RAW_COLUMNS: readonly (readonly [DuckDBType, ReadValue])[] = [
  [UHUGEINT, ({ record }) => toStoredId(record.recordId)],
  [INTEGER, ({ record }, streamId) => streamId(record)],
  [DOUBLE, ({ record }) => record.timeMs],
  [VARCHAR, ({ record }) => record.eventId],
  [INTEGER, ({ block }) => block],
  [INTEGER, ({ at }) => at],
  [INTEGER, ({ record }) => record.bytes.length],
  [BLOB, ({ record }) => toBlob(record.sha256)],
  [BLOB, ({ record }) => (record.storedSha256 === null ? null : toBlob(record.storedSha256))],
  [DOUBLE, ({ record }) => (record.originalBytes === record.bytes.length ? null : record.originalBytes)],
];

function toBlob(hex: string): DuckDBBlobValue {
  return new DuckDBBlobValue(Buffer.from(hex, "hex"));
}
