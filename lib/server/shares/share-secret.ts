import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { ShareLink } from "@/lib/state/shares/share";

const HOUR_MS = 3_600_000;
const MOST_LINK_HOURS = 30 * 24;

/** A secret of 256 random bits, and what is kept of it: its hash, and until when it opens (facts: security §3.4). */
export function newShareSecret(
  nowMs: number,
  hours: number,
): { readonly secret: string; readonly link: ShareLink } {
  const secret = randomBytes(32).toString("base64url");
  const kept = Math.min(Math.max(hours, 1), MOST_LINK_HOURS);
  return {
    secret,
    link: { secretSha256: hashOf(secret).toString("hex"), expiresMs: nowMs + kept * HOUR_MS },
  };
}

/** A share without a link, or an expired one, is compared all the same: nothing tells which it was. */
export function opensBySecret(link: ShareLink | null, secret: unknown, nowMs: number): boolean {
  const given = hashOf(typeof secret === "string" ? secret : "");
  const isSame = timingSafeEqual(given, keptHash(link));
  return isSame && link !== null && nowMs < link.expiresMs && isWellFormed(secret);
}

function isWellFormed(secret: unknown): boolean {
  return typeof secret === "string" && /^[\w-]{43}$/.test(secret);
}

/** Nothing has a hash of zeros. */
function keptHash(link: ShareLink | null): Buffer {
  const kept = Buffer.from(link?.secretSha256 ?? "", "hex");
  return kept.length === 32 ? kept : Buffer.alloc(32);
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
