import type { IncomingMessage, ServerResponse } from "node:http";

/** One request, told when its answer is out or was given up. */
export interface RequestNote {
  readonly method: string;
  /** Without the query: that says whom somebody looks for. */
  readonly path: string;
  /** One of few: safe as a label. */
  readonly route: string;
  /** 499: the client went away before the answer was out. */
  readonly status: number;
  readonly ms: number;
}

export function noteRequest(
  request: IncomingMessage,
  response: ServerResponse,
  tell: (note: RequestNote) => void,
): void {
  const start = performance.now();
  const { method = "GET", url = "/" } = request;
  const path = url.split("?", 1)[0] ?? "/";
  response.once("close", () => {
    const status = response.writableFinished ? response.statusCode : 499;
    tell({ method, path, route: routeOf(path, status), status, ms: performance.now() - start });
  });
}

const OPERATIONS = ["/metrics", "/livez", "/readyz"];

/** What a path belongs to. A path that leads nowhere is anybody's invention: all of them are one. */
export function routeOf(path: string, status: number): string {
  if (path.startsWith("/_next/")) return "/_next";
  if (status >= 400 && status < 500) return "none";
  if (OPERATIONS.includes(path)) return path;
  const [, first = "", version = "", name = "", rest] = path.split("/");
  if (first !== "api") return version === "" ? `/${first}` : `/${first}/…`;
  return `/api/${version}/${name}${rest === undefined ? "" : "/…"}`;
}
