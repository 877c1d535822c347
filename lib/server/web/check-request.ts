import type { IncomingMessage } from "node:http";

/** Why a request is not let through: an HTTP status and a word. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** The one path that takes a POST. */
const WRITABLE_PATH = "/api/v1/views";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/**
 * Lets through only what a browser on this machine asks of this address. Stops DNS rebinding (Host), cross-site
 * requests (Origin, Sec-Fetch-Site), Server Actions and paths that router and guard might read differently.
 */
export function checkRequest(request: IncomingMessage, port: number): Refusal | null {
  const { headers, method = "GET", url = "" } = request;
  if (!LOOPBACK.has(request.socket.remoteAddress ?? "")) return { status: 403, text: "forbidden" };
  if (!isOwnHost(headers.host, port)) return { status: 421, text: "this address is not served here" };
  if (!isPlainPath(url)) return { status: 400, text: "malformed path" };
  if (headers["next-action"] !== undefined) return { status: 403, text: "forbidden" };
  const isWrite = method === "POST" && url === WRITABLE_PATH;
  if (!isWrite && method !== "GET" && method !== "HEAD") return { status: 405, text: "method not allowed" };
  if (isWrite && !isOwnWrite(headers)) return { status: 403, text: "forbidden" };
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, port))
    return { status: 403, text: "forbidden" };
  const isApi = url.startsWith("/api/") || url.startsWith("/metrics");
  if (isApi && headers["sec-fetch-site"] === "cross-site") return { status: 403, text: "forbidden" };
  return null;
}

/**
 * Only a script of the page at this very address can send this: every browser names the origin of a POST, and a form of
 * another site cannot send JSON, nor may its script without being let in first, which nobody is.
 */
function isOwnWrite(headers: IncomingMessage["headers"]): boolean {
  const { origin, host, "sec-fetch-site": site = "same-origin", "content-type": type = "" } = headers;
  const isJson = type.split(";", 1)[0]?.trim().toLowerCase() === "application/json";
  return isJson && site === "same-origin" && origin?.toLowerCase() === `http://${host?.toLowerCase()}`;
}

function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return host !== undefined && ownHosts(port).includes(host.toLowerCase());
}

function isOwnOrigin(origin: string, port: number): boolean {
  return ownHosts(port).some((host) => origin.toLowerCase() === `http://${host}`);
}

/** Origin-form, no empty segment, no encoded slash or NUL, no fragment, no backslash. */
function isPlainPath(url: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.startsWith("/") || path.includes("//") || path.includes("\\") || path.includes("#")) return false;
  const lower = path.toLowerCase();
  return !lower.includes("%2f") && !lower.includes("%5c") && !lower.includes("%00") && url.length <= 8_192;
}
