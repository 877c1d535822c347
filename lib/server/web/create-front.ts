import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { checkRequest } from "./check-request";
import { noteRequest, type RequestNote } from "./request-note";
import { setSecurityHeaders, stripHeaders } from "./security-headers";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontOptions {
  readonly handle: Handler;
  /** Part of what is checked: a request must be addressed to it. */
  readonly port: number;
  readonly onAnswer?: (note: RequestNote) => void;
}

/** The server in front of Next: it refuses what should not come in, and dresses what goes out. */
export function createFront({ handle, port, onAnswer = () => undefined }: FrontOptions): Server {
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    noteRequest(request, response, onAnswer);
    const refusal = checkRequest(request, port);
    if (refusal !== null) {
      response.writeHead(refusal.status, { "content-type": "text/plain", "cache-control": "no-store" });
      response.end(`${refusal.text}\n`);
      return;
    }
    stripHeaders(request.headers);
    setSecurityHeaders(request.headers, response, request.url ?? "/");
    handle(request, response).catch(() => {
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  // Nothing here speaks WebSocket.
  server.on("upgrade", (_request, socket) => socket.destroy());
  return server;
}
