import { createServer, IncomingMessage, type Server, type ServerResponse } from "node:http";
import { runAs } from "../access/current-viewer";
import { createNetworks } from "../sign-in/networks";
import { admit, type Gate, type Visit } from "./admit";
import { checkRequest, type Refusal, type RefusalReason } from "./check-request";
import { clientAddress } from "./client-address";
import type { FrontSettings } from "./front-settings";
import { limitQuestions } from "./limit-questions";
import type { RateLimit } from "./rate-limit";
import { refusePlainly } from "./refuse";
import { carriesToken, readCheckedBody, TOKEN_REFUSAL } from "./refuse-token";
import { noteRequest, type RequestNote } from "./request-note";
import { setSecurityHeaders, stripHeaders } from "./security-headers";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontOptions {
  readonly handle: Handler;
  readonly settings: FrontSettings;
  readonly gate: Gate;
  /** How much each may ask of the API. */
  readonly questions: RateLimit;
  readonly onAnswer?: (note: RequestNote) => void;
  /** Told of every request that was refused for a token in it; nothing of the request is told. */
  readonly onToken?: () => void;
  readonly onRefuse?: (reason: RefusalReason) => void;
  /** Told of what nobody foresaw; the client learns that something went wrong and no more. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The server in front of Next: it refuses what should not come in, finds out who asks and whether he may, and dresses what
 * goes out (facts: security §2.4).
 */
export function createFront(options: FrontOptions): Server {
  const { settings, onAnswer = () => undefined } = options;
  const trusted = createNetworks(settings.trustedProxies);
  const https = settings.publicUrl?.startsWith("https:") ?? false;
  const serve = createServing(options);
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    const holdsToken = carriesToken(request);
    // Before anything that could keep a word of it.
    if (!holdsToken) noteRequest(request, response, onAnswer);
    const peer = clientAddress(request, trusted);
    stripHeaders(request.headers, settings.secretHeaders);
    // The configured address alone says so, whoever asks: Next would take the socket for it.
    request.headers["x-forwarded-proto"] = https ? "https" : "http";
    setSecurityHeaders(request.headers, response, { path: request.url ?? "/", https });
    if (holdsToken) return refuse(response, TOKEN_REFUSAL, options);
    serve({ request, response, peer }).catch((error: unknown) =>
      endBroken({ request, response }, error, options),
    );
  });
  // Nothing here speaks WebSocket.
  server.on("upgrade", (_request, socket) => socket.destroy());
  return server;
}

function createServing(options: FrontOptions): (visit: Visit) => Promise<void> {
  const { handle, settings, gate, questions } = options;
  const check = { settings, isWritable: gate.isWritable };
  return async (visit) => {
    const { request, response } = visit;
    const refusal = checkRequest(request, check);
    if (refusal !== null) return refuse(response, refusal, options);
    const asker = await admit(gate, visit);
    if (asker === null) return;
    if (limitQuestions(questions, visit, asker)) return options.onRefuse?.("rate");
    const checked = request.method === "POST" ? await readCheckedBody(request) : request;
    if (!(checked instanceof IncomingMessage)) return refuse(response, checked, options);
    await runAs(asker, () => handle(checked, response));
  };
}

/** The connection is closed: of what is still to come nothing is read. */
function refuse(response: ServerResponse, refusal: Refusal, { onToken, onRefuse }: FrontOptions): void {
  onRefuse?.(refusal.reason);
  if (refusal === TOKEN_REFUSAL) onToken?.();
  response.setHeader("connection", "close");
  refusePlainly(response, refusal.status, refusal.text);
}

/** Who has gone away is no error of ours, and reads no answer. */
function endBroken(
  { request, response }: Omit<Visit, "peer">,
  error: unknown,
  { onError }: FrontOptions,
): void {
  if (!request.socket.destroyed) onError?.(error);
  if (response.headersSent) return void response.destroy();
  refusePlainly(response, 500, "Something went wrong in Gatebook; its log says what.");
}
