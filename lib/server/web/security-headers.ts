import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";

/** Headers a client must not bring: Next and our pages would believe them (facts: security §2.3). */
const STRIPPED =
  /^(x[-_]forwarded[-_]|forwarded$|x[-_]middleware[-_]|x[-_]nonce$|content[-_]security[-_]policy|x[-_]gatebook[-_]|x[-_]nextjs[-_]data$|next[-_]resume$|x[-_]real[-_]ip$)/i;

const FIXED: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex, nofollow",
};

export function stripHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (STRIPPED.test(name)) delete headers[name];
}

/**
 * Sets the response's security headers and hands Next the nonce of this request: it reads it from the request's
 * Content-Security-Policy and puts it on every script and style itself.
 */
export function setSecurityHeaders(
  headers: IncomingHttpHeaders,
  response: ServerResponse,
  path: string,
): void {
  const nonce = randomBytes(18).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  headers["x-nonce"] = nonce;
  headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  for (const [name, value] of Object.entries(FIXED)) response.setHeader(name, value);
  const cache = cacheOf(path);
  if (cache !== null) response.setHeader("cache-control", cache);
}

/** What may be kept; null = Next says so itself, of what carries its hash in its name. */
function cacheOf(path: string): string | null {
  if (path.startsWith("/_next/static/")) return null;
  // Browsers ask for it at every change of the address.
  return /^\/icon\.svg(\?|$)/.test(path) ? "public, max-age=86400" : "no-store";
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
