import { maskBodies } from "../records/mask-bodies";
import { maskTokens } from "@/lib/domain/redact/mask-tokens";
import { sha256 } from "../records/record-ids";

/** Longer records are cut. CloudWatch's longest are 1 MiB, CloudTrail's 256 KiB; a file can hold anything. */
export const LONGEST_TEXT = 1_048_576;

/** What is kept of a record's text. */
export interface StoredText {
  readonly bytes: Buffer;
  /** SHA-256 in hex of `bytes`; null = of the text as it came, which is the same. */
  readonly storedSha256: string | null;
  /** Length in bytes of the text as it came. */
  readonly originalBytes: number;
}

/** The text as it is kept: tokens and bodies of secrets masked by as many asterisks, and cut after LONGEST_TEXT bytes. */
export function toStoredText(text: string): StoredText {
  const masked = maskTokens(maskBodies(text));
  const whole = Buffer.from(masked, "utf8");
  const bytes = whole.length > LONGEST_TEXT ? cutAtCharacter(whole) : whole;
  const isSame = masked === text && bytes === whole;
  const originalBytes = masked === text ? whole.length : Buffer.byteLength(text, "utf8");
  return { bytes, storedSha256: isSame ? null : sha256(bytes), originalBytes };
}

/** UTF-8's continuation bytes are 10xxxxxx: no character is cut in two. */
function cutAtCharacter(bytes: Buffer): Buffer {
  let end = LONGEST_TEXT;
  while (((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end--;
  return bytes.subarray(0, end);
}
