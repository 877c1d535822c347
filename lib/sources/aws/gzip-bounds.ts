import { constants, gunzipSync } from "node:zlib";

const LARGEST_UNPACKED = 200 * 1024 * 1024;
const LARGEST_RATIO = 100;

/** How much a gzip file of this size may unpack to; logs shrink to a tenth or so, and never to a hundredth. */
export function unpackedLimit(packedBytes: number): number {
  return Math.min(LARGEST_UNPACKED, packedBytes * LARGEST_RATIO + 65_536);
}

/** So much of a file shows how it goes on, as a rule. */
const HEAD_BYTES = 65_536;

/**
 * Throws, before the whole is unpacked, for a file whose beginning alone unpacks to more than it may: to find out at the end
 * would take as much memory as the limit of the whole.
 */
export function refuseBomb(bytes: Uint8Array): void {
  // The beginning is all of it, and the whole is unpacked within the same limit.
  if (bytes.length <= HEAD_BYTES) return;
  const head = bytes.subarray(0, HEAD_BYTES);
  gunzipSync(head, { maxOutputLength: unpackedLimit(head.length), finishFlush: constants.Z_SYNC_FLUSH });
}

/** Why it could not be unpacked, to follow the file's name. */
export function describeGzipFailure(error: unknown): string {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "ERR_BUFFER_TOO_LARGE") return "unpacks to far more than logs do: left out";
  if (code === "Z_BUF_ERROR") return "is a gzip file cut in the middle";
  if (code.startsWith("Z_")) return `is no readable gzip file (${message})`;
  return message;
}
