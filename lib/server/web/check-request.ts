import type { IncomingMessage } from "node:http";
import { isLoopbackHost } from "../sign-in/is-loopback";
import { type FrontSettings, ownHosts } from "./front-settings";
import { METRICS, PROBES } from "./operations-paths";

/** What a refusal is for: one of few, safe as a label. */
export const REFUSAL_REASONS = [
  "peer",
  "path",
  "host",
  "action",
  "method",
  "origin",
  "token",
  "body",
  "rate",
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why a request is not let through: an HTTP status and a word. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly status: number;
  readonly text: string;
}

const FOREIGN: Refusal = { reason: "origin", status: 403, text: "forbidden" };

/** What is checked, beside the request. */
export interface RequestCheck {
  readonly settings: FrontSettings;
  /** Whether a rule lets somebody send something to this path. */
  readonly isWritable: (path: string) => boolean;
}

/**
 * Lets through only what a browser asks of this very address. Stops DNS rebinding (Host), cross-site requests (Origin,
 * Sec-Fetch-Site), Server Actions and paths that router and guard might read differently (facts: security §2.4).
 */
export function checkRequest(request: IncomingMessage, check: RequestCheck): Refusal | null {
  const { headers, method = "GET", url = "" } = request;
  const { settings } = check;
  const path = url.split("?", 1)[0] ?? "";
  if (settings.publicUrl === null && !isLoopbackHost(request.socket.remoteAddress ?? ""))
    return { ...FOREIGN, reason: "peer" };
  if (!isPlainPath(url)) return { reason: "path", status: 400, text: "malformed path" };
  if (!isServedHost(request, settings, path))
    return { reason: "host", status: 421, text: "this address is not served here" };
  if (headers["next-action"] !== undefined) return { ...FOREIGN, reason: "action" };
  const isWrite = method === "POST" && path === url && check.isWritable(path);
  if (!isWrite && method !== "GET" && method !== "HEAD")
    return { reason: "method", status: 405, text: "method not allowed" };
  return checkOrigin(request, settings, isWrite);
}

function checkOrigin(request: IncomingMessage, settings: FrontSettings, isWrite: boolean): Refusal | null {
  const { headers, url = "" } = request;
  if (isWrite && !isOwnWrite(headers, settings)) return FOREIGN;
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, settings)) return FOREIGN;
  const isApi = url.startsWith("/api/") || url.startsWith(METRICS);
  return isApi && headers["sec-fetch-site"] === "cross-site" ? FOREIGN : null;
}

/**
 * Only a script of the page at this very address can send this: every browser names the origin of a POST, and a form of
 * another site cannot send JSON, nor may its script without being let in first, which nobody is.
 */
function isOwnWrite(headers: IncomingMessage["headers"], { publicUrl }: FrontSettings): boolean {
  const { origin, host, "sec-fetch-site": site = "same-origin", "content-type": type = "" } = headers;
  const isJson = type.split(";", 1)[0]?.trim().toLowerCase() === "application/json";
  const wanted = publicUrl ?? `http://${host?.toLowerCase()}`;
  return isJson && site === "same-origin" && origin?.toLowerCase() === wanted;
}

function isOwnOrigin(origin: string, { port, publicUrl }: FrontSettings): boolean {
  if (publicUrl !== null) return origin.toLowerCase() === publicUrl;
  return ownHosts(port).some((host) => origin.toLowerCase() === `http://${host}`);
}

/** The names this is reached by. Who looks whether it lives asks by whatever address it has. */
function isServedHost(request: IncomingMessage, { port, publicUrl }: FrontSettings, path: string): boolean {
  const host = request.headers.host?.toLowerCase() ?? "";
  if (countHosts(request) !== 1) return false;
  const isOwn = ownHosts(port).includes(host);
  if (publicUrl === null) return isOwn;
  if (PROBES.includes(path)) return true;
  if (path === METRICS && isOwn && isLoopbackHost(request.socket.remoteAddress ?? "")) return true;
  return publicHosts(publicUrl).includes(host);
}

/** Node drops the second of two. */
function countHosts({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === "host").length;
}

function publicHosts(publicUrl: string): string[] {
  const { host, port, protocol } = new URL(publicUrl);
  return port === "" ? [host, `${host}:${protocol === "https:" ? 443 : 80}`] : [host];
}

/** Origin-form, no empty segment, no encoded slash, dot or NUL, no dot segment, no fragment, no backslash. */
function isPlainPath(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || path.includes("//") || path.includes("\\") || url.includes("#")) return false;
  if (/(^|\/)\.{1,2}(\/|$)/.test(path) || /%(2f|5c|00|2e)/i.test(path)) return false;
  return url.length <= 8_192;
}
