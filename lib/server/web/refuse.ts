import type { IncomingMessage, ServerResponse } from "node:http";

/** Answers with one line of text. */
export function refusePlainly(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(`${text}\n`);
}

/** Answers as the API does; see lib/server/http-errors. */
export function refuseAsApi(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(`${JSON.stringify({ error: { code, message } })}\n`);
}

/** The path of a request that has been checked. */
export function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "/";
}
