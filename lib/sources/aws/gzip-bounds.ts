const LARGEST_UNPACKED = 200 * 1024 * 1024;
const LARGEST_RATIO = 100;

/** How much a gzip file of this size may unpack to; logs shrink to a tenth or so, and never to a hundredth. */
export function unpackedLimit(packedBytes: number): number {
  return Math.min(LARGEST_UNPACKED, packedBytes * LARGEST_RATIO + 65_536);
}

/** Why it could not be unpacked, to follow the file's name. */
export function describeGzipFailure(error: unknown): string {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "ERR_BUFFER_TOO_LARGE") return "unpacks to far more than logs do: left out";
  if (code === "Z_BUF_ERROR") return "is a gzip file cut in the middle";
  if (code.startsWith("Z_")) return `is no readable gzip file (${message})`;
  return message;
}
