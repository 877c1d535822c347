import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describeGzipFailure, refuseBomb, unpackedLimit } from "../aws/gzip-bounds";

const LARGEST_FILE = 400 * 1024 * 1024;

export type LoadedText = { readonly text: string } | { readonly problem: string };

/** A file's text, unpacked when it is gzip (told by its first bytes, not its name). Never throws. */
export function loadText(path: string): LoadedText {
  try {
    if (statSync(path).size > LARGEST_FILE) return { problem: "is larger than 400 MB: split it" };
    const bytes = readFileSync(path);
    if (bytes.length === 0) return { problem: "is empty" };
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (isGzip) refuseBomb(bytes);
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: unpackedLimit(bytes.length) }) : bytes;
    if (plain.subarray(0, 4_096).includes(0)) return { problem: "is no text: expected logs or JSON" };
    const text = plain.toString("utf8");
    return { text: text.startsWith("\ufeff") ? text.slice(1) : text };
  } catch (error) {
    return { problem: describeFailure(error) };
  }
}

function describeFailure(error: unknown): string {
  const { code = "" } = error as { code?: string };
  return code === "EACCES" ? "cannot be opened: no permission" : describeGzipFailure(error);
}
