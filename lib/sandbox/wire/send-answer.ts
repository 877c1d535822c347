import type { ServerResponse } from "node:http";
import type { Answer } from "./answers";

/** Sends an answer whole, cut in the middle, or never. */
export function sendAnswer(response: ServerResponse, { status, headers, body, end }: Answer): void {
  if (end === "silence") return;
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  if (end === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.resetAndDestroy());
}
