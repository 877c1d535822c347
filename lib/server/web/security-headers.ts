import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";

/** Headers a client must not bring: Next and our pages would believe them (facts: security §2.3). */
const STRIPPED =
  /^(x-forwarded-|x-forwarded$|forwarded$|x-middleware-|x-nonce$|content-security-policy|x-gatebook-|x-nextjs-data$|next-resume$|x-real-ip$|x-amzn-oidc-|x-http-method|x-method-override$|x-original-|x-rewrite-)/;

const FIXED: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex, nofollow",
};

/** Two years, as preload lists ask. */
const HSTS = "max-age=63072000; includeSubDomains";

/** Takes such headers away under every spelling: some servers read x_forwarded_for as x-forwarded-for. */
export function stripHeaders(headers: IncomingHttpHeaders, more: readonly string[]): void {
  for (const name of Object.keys(headers)) {
    const plain = name.toLowerCase().replaceAll("_", "-");
    if (STRIPPED.test(plain) || more.includes(plain)) delete headers[name];
  }
}

/** What the headers of one answer depend on. */
export interface AnswerPlace {
  readonly path: string;
  /** Browsers reach this by https, and shall never try another way. */
  readonly https: boolean;
}

/**
 * Sets the response's security headers and hands Next the nonce of this request: it reads it from the request's
 * Content-Security-Policy and puts it on every script and style itself.
 */
export function setSecurityHeaders(
  headers: IncomingHttpHeaders,
  response: ServerResponse,
  { path, https }: AnswerPlace,
): void {
  const nonce = randomBytes(18).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  headers["x-nonce"] = nonce;
  headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  for (const [name, value] of Object.entries(FIXED)) response.setHeader(name, value);
  if (https) response.setHeader("strict-transport-security", HSTS);
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
    "object-src 'none'",
  ].join("; ");
}
