import { createHash } from "node:crypto";

const LIFE_MS = 24 * 60 * 60 * 1000;

/** Where a listing goes on. Opaque on the wire; good for 24 hours and for the same parameters only. */
interface PageMark {
  readonly place: unknown;
}

/** `parameters`: the request without its token. */
export function writePageToken(parameters: unknown, place: unknown, nowMs: number): string {
  const body = JSON.stringify({ place, at: nowMs, of: digest(parameters) });
  return Buffer.from(`${digest(body)}${body}`).toString("base64url");
}

/** null: broken, expired, or of a request with other parameters. */
export function readPageToken(token: string, parameters: unknown, nowMs: number): PageMark | null {
  const text = Buffer.from(token, "base64url").toString("utf8");
  const body = text.slice(16);
  if (text.slice(0, 16) !== digest(body)) return null;
  const { place, at, of } = JSON.parse(body) as { place: unknown; at: number; of: string };
  return of === digest(parameters) && nowMs - at <= LIFE_MS ? { place } : null;
}

function digest(value: unknown): string {
  return createHash("sha256")
    .update(`sandbox/${JSON.stringify(value)}`)
    .digest("hex")
    .slice(0, 16);
}
