import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Asker, runAs } from "../access/current-viewer";
import { createNetworks } from "../sign-in/networks";
import { admit, type Gate } from "./admit";
import { checkRequest } from "./check-request";
import { clientAddress } from "./client-address";
import type { FrontSettings } from "./front-settings";
import { limitBody } from "./limit-body";
import { refusePlainly } from "./refuse";
import { noteRequest, type RequestNote } from "./request-note";
import { setSecurityHeaders, stripHeaders } from "./security-headers";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontOptions {
  readonly handle: Handler;
  readonly settings: FrontSettings;
  readonly gate: Gate;
  readonly onAnswer?: (note: RequestNote) => void;
}

/**
 * The server in front of Next: it refuses what should not come in, finds out who asks and whether he may, and dresses what
 * goes out (facts: security §2.4).
 */
export function createFront({ handle, settings, gate, onAnswer = () => undefined }: FrontOptions): Server {
  const trusted = createNetworks(settings.trustedProxies);
  const https = settings.publicUrl?.startsWith("https:") ?? false;
  const check = { settings, isWritable: gate.isWritable };
  const serve: Handler = async (request, response) => {
    const peer = clientAddress(request, trusted);
    stripHeaders(request.headers, settings.secretHeaders);
    setSecurityHeaders(request.headers, response, { path: request.url ?? "/", https });
    const refusal = checkRequest(request, check);
    if (refusal !== null) return refusePlainly(response, refusal.status, refusal.text);
    if (!limitBody(request, response)) return refusePlainly(response, 413, "the body is too long");
    const asker = await admit(gate, { request, response, peer });
    if (asker !== null) await handOn(asker, request, response, handle);
  };
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    noteRequest(request, response, onAnswer);
    serve(request, response).catch(() => {
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  // Nothing here speaks WebSocket.
  server.on("upgrade", (_request, socket) => socket.destroy());
  return server;
}

function handOn(
  asker: Asker,
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handler,
): Promise<void> {
  return runAs(asker, () => handle(request, response));
}
