import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { parseCloudTrailFile } from "@/lib/domain/parse/cloudtrail-file";
import type { SourceRecord } from "@/lib/ports/event-source";
import { describeGzipFailure, refuseBomb, unpackedLimit } from "../../aws/gzip-bounds";
import { type TrailPlace, toTrailRecord } from "../../aws/trail-record";
import type { TrailBucket } from "./trail-bucket";

/** CloudTrail's own objects are some megabytes at most. */
const LARGEST_OBJECT = 64 * 1024 * 1024;
const unpack = promisify(gunzip);

/** An object's records, or why it cannot be read, whoever tries. */
export type ObjectReading =
  | { readonly records: readonly SourceRecord[] }
  | { readonly problem: string; readonly records: readonly SourceRecord[] };

/** Throws what AWS answers. */
export async function readObject(
  bucket: TrailBucket,
  place: TrailPlace,
  key: string,
  signal: AbortSignal,
): Promise<ObjectReading> {
  const bytes = await bucket.budget.send(() => fetchBytes(bucket, key, signal), { signal });
  if (bytes === null) return { records: [], problem: "is larger than 64 MB" };
  try {
    refuseBomb(bytes);
    const plain = await unpack(bytes, { maxOutputLength: unpackedLimit(bytes.length) });
    return readText(place, plain.toString("utf8"));
  } catch (error) {
    return { records: [], problem: describeGzipFailure(error) };
  }
}

/** null = too large. */
async function fetchBytes({ client, bucket }: TrailBucket, key: string, signal: AbortSignal) {
  const command = new GetObjectCommand({ Bucket: bucket, Key: key });
  const { Body, ContentLength = 0 } = await client.send(command, { abortSignal: signal });
  if (ContentLength <= LARGEST_OBJECT) return (await Body?.transformToByteArray()) ?? new Uint8Array();
  (Body as { destroy?: () => void } | undefined)?.destroy?.();
  return null;
}

function readText(place: TrailPlace, text: string): ObjectReading {
  const file = parseCloudTrailFile(text);
  const records = file.records.flatMap((record) => toTrailRecord(place, record) ?? []);
  const [first] = file.rejects;
  if (first === undefined) return { records };
  return { records, problem: `has parts that cannot be read: ${first.message} (at ${first.position})` };
}
