import { Agent, request } from "node:http";
import { InvalidQuery } from "@/lib/ports/event-store";
import type { Investigations } from "@/lib/ports/investigations";
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

export interface EngineClient extends Investigations {
  importPaths(body: ImportRequest): Promise<unknown>;
}

/**
 * Asks the engine of a data folder; while it starts, or starts again, a question waits up to `patienceMs`. Throws
 * EngineUnavailable after that, and InvalidQuery as the engine does.
 */
export function connectEngine(dataDir: string, patienceMs = 0): EngineClient {
  const call = createEngineCall(dataDir, patienceMs);
  const questions = QUESTIONS.map((name) => [
    name,
    (viewer: unknown, query: unknown) => call(name, viewer, query),
  ]);
  const client: unknown = {
    ...Object.fromEntries(questions),
    importPaths: (body: ImportRequest) => call("importPaths", null, body),
  };
  return client as EngineClient;
}

/** Asks one question by its name. */
export type EngineCall = (name: string, viewer: unknown, query: unknown) => Promise<unknown>;

export function createEngineCall(dataDir: string, patienceMs: number): EngineCall {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const socketPath = engineAddress(dataDir);
  return async (name, viewer, query) => {
    const body = JSON.stringify({ viewer, query });
    const answer = await patiently(patienceMs, () => post(agent, socketPath, name, body));
    if ("value" in answer) return answer.value;
    const { code, parameter, message } = answer.error;
    throw code === "invalid-query" ? new InvalidQuery(parameter ?? "", message) : new Error(message);
  };
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

function post(agent: Agent, socketPath: string, name: string, body: string): Promise<RpcAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent, socketPath, path: `/${name}`, method: "POST" }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString("utf8")) as RpcAnswer));
      response.on("error", (error) => reject(new EngineUnavailable(error)));
    });
    asked.on("error", (error) => reject(new EngineUnavailable(error)));
    asked.end(body);
  });
}
