import { Agent, type RequestOptions, request } from "node:http";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import type { Investigations } from "@/lib/ports/investigations";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { TooBusy } from "@/lib/ports/too-busy";
import { currentVisitor } from "./access/current-viewer";
import { engineAddress } from "./data-folder";
import { QUESTIONS, type RpcAnswer } from "./engine/rpc";
import type { ImportRequest } from "./engine/serve-engine";

/** The engine does not answer: it is starting, or has stopped. */
export class EngineUnavailable extends Error {
  constructor(cause?: unknown) {
    super("The engine does not answer; it is starting, or has stopped.", { cause });
    this.name = "EngineUnavailable";
  }
}

const RETRY_MS = 100;
/** All that Next tells the error's page of an error. */
const NOT_ALLOWED = "not-allowed";

export interface EngineClient extends Investigations {
  importPaths(body: ImportRequest): Promise<unknown>;
}

/**
 * Asks the engine of a data folder; while it starts, or starts again, a question waits up to `patienceMs`. Throws
 * EngineUnavailable after that, and InvalidQuery, NotAllowed and TooBusy as the engine does.
 */
export function connectEngine(dataDir: string, patienceMs = 0): EngineClient {
  const call = createEngineCall(dataDir, patienceMs);
  const questions = QUESTIONS.map((name) => [
    name,
    (viewer: unknown, query: unknown, signal?: AbortSignal) => call(name, viewer, query, signal),
  ]);
  const client: unknown = {
    ...Object.fromEntries(questions),
    importPaths: (body: ImportRequest) => call("importPaths", null, body),
  };
  return client as EngineClient;
}

/** Asks one question by its name; hangs up with the signal. */
export type EngineCall = (
  name: string,
  viewer: unknown,
  query: unknown,
  signal?: AbortSignal,
) => Promise<unknown>;

export function createEngineCall(dataDir: string, patienceMs: number): EngineCall {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const socketPath = engineAddress(dataDir);
  return async (name, viewer, query, signal) => {
    const { peer, sessionId } = currentVisitor();
    const body = JSON.stringify({ viewer, peer, sessionId, query });
    const options = { agent, socketPath, path: `/${name}`, method: "POST", ...(signal && { signal }) };
    const answer = await patiently(patienceMs, () => post(options, body));
    if ("value" in answer) return answer.value;
    throw toError(answer.error);
  };
}

type RpcError = Extract<RpcAnswer, { error: object }>["error"];

function toError({ code, parameter, retryAfterS, needs, message }: RpcError): Error {
  if (code === "invalid-query") return new InvalidQuery(parameter ?? "", message);
  if (code === "not-allowed")
    return Object.assign(new NotAllowed(needs ?? "sign-in", message), { digest: NOT_ALLOWED });
  return code === "too-busy" ? new TooBusy(message, retryAfterS ?? 1) : new Error(message);
}

async function patiently<T>(patienceMs: number, ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

function post(options: RequestOptions, body: string): Promise<RpcAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(options.signal?.aborted ? error : new EngineUnavailable(error));
    const asked = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString("utf8")) as RpcAnswer));
      response.on("error", fail);
    });
    asked.on("error", fail);
    asked.end(body);
  });
}
