import { createServer, IncomingMessage, type Server, type ServerResponse } from "node:http";
import { checkRequest } from "./check-request";
import { carriesToken, readCheckedBody, refuse, refuseToken } from "./refuse-token";
import { noteRequest, type RequestNote } from "./request-note";
import { setSecurityHeaders, stripHeaders } from "./security-headers";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontOptions {
  readonly handle: Handler;
  /** Part of what is checked: a request must be addressed to it. */
  readonly port: number;
  readonly onAnswer?: (note: RequestNote) => void;
  /** Told of every request that was refused for a token in it; nothing of the request is told. */
  readonly onToken?: () => void;
}

/** The server in front of Next: it refuses what should not come in, and dresses what goes out. */
export function createFront(options: FrontOptions): Server {
  const { port, onAnswer = () => undefined, onToken = () => undefined } = options;
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    if (carriesToken(request)) {
      onToken();
      return refuseToken(request, response);
    }
    noteRequest(request, response, onAnswer);
    const refusal = checkRequest(request, port);
    if (refusal !== null) return refuse(response, refusal);
    handOn(request, response, options).catch(() => {
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  // Nothing here speaks WebSocket.
  server.on("upgrade", (_request, socket) => socket.destroy());
  return server;
}

async function handOn(request: IncomingMessage, response: ServerResponse, { handle, onToken }: FrontOptions) {
  const checked = request.method === "POST" ? await readCheckedBody(request) : request;
  if (!(checked instanceof IncomingMessage)) {
    if (checked.status === 400) onToken?.();
    setSecurityHeaders(request.headers, response, "/");
    return refuse(response, checked);
  }
  stripHeaders(checked.headers);
  setSecurityHeaders(checked.headers, response, checked.url ?? "/");
  return handle(checked, response);
}
