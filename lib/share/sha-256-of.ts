import { createHash } from "node:crypto";

/** Of the text as UTF-8, in hex. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
