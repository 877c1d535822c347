import { randomBytes } from "node:crypto";

/** 128 random bits in hex: what a file is named by, and an address. */
export function newShareId(): string {
  return randomBytes(16).toString("hex");
}

export function isShareId(text: unknown): text is string {
  return typeof text === "string" && /^[0-9a-f]{32}$/.test(text);
}
