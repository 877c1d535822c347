import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const LARGEST_FILE = 400 * 1024 * 1024;
const LARGEST_UNPACKED = 200 * 1024 * 1024;
const LARGEST_RATIO = 100;

export type LoadedText = { readonly text: string } | { readonly problem: string };

/** A file's text, unpacked when it is gzip (told by its first bytes, not its name). Never throws. */
export function loadText(path: string): LoadedText {
  try {
    if (statSync(path).size > LARGEST_FILE) return { problem: "is larger than 400 MB: split it" };
    const bytes = readFileSync(path);
    if (bytes.length === 0) return { problem: "is empty" };
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: outputLimit(bytes.length) }) : bytes;
    if (plain.subarray(0, 4_096).includes(0)) return { problem: "is no text: expected logs or JSON" };
    const text = plain.toString("utf8");
    return { text: text.startsWith("\ufeff") ? text.slice(1) : text };
  } catch (error) {
    return { problem: describeFailure(error) };
  }
}

function outputLimit(packed: number): number {
  return Math.min(LARGEST_UNPACKED, packed * LARGEST_RATIO + 65_536);
}

function describeFailure(error: unknown): string {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "ERR_BUFFER_TOO_LARGE") return "unpacks to far more than logs do: left out";
  if (code === "Z_BUF_ERROR") return "is a gzip file cut in the middle";
  if (code.startsWith("Z_")) return `is no readable gzip file (${message})`;
  if (code === "EACCES") return "cannot be opened: no permission";
  return message;
}
