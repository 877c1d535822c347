import { createServer, type IncomingMessage, type Server } from "node:http";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import type { Investigations } from "@/lib/ports/investigations";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { TooBusy } from "@/lib/ports/too-busy";
import type { Viewer } from "@/lib/ports/viewer";
import { parseViewer } from "../access/parse-viewer";
import type { Asker } from "../access/asker";
import type { NoteQuestion } from "../audit/note-questions";
import { runDeed } from "../deeds/run-deed";
import { askNoted } from "./ask-noted";
import { type EngineOperations, isOperation } from "./engine-operations";
import { isQuestion, type RpcAnswer } from "./rpc";

const LONGEST_BODY = 1_000_000;
const DEED = "deed/";

export interface EngineParts {
  readonly investigations: Investigations;
  readonly importPaths: (body: ImportRequest) => Promise<unknown>;
  readonly operations: EngineOperations;
  /** What people do with what is kept, by name. */
  readonly deeds: object;
  readonly note: NoteQuestion;
  /** After each answer. */
  readonly onAnswer: (question: string, outcome: Outcome, ms: number) => void;
}

/** `given-up`: the asker hung up. */
export type Outcome = "ok" | "invalid-query" | "too-busy" | "not-allowed" | "given-up" | "failed";

interface Body {
  readonly viewer: unknown;
  readonly peer?: string | null;
  readonly sessionId?: string | null;
  readonly query: unknown;
}

export interface ImportRequest {
  readonly paths: readonly string[];
  readonly cluster: string | null;
  readonly region: string | null;
  readonly accountId: string | null;
  /** A directory file to take over; absent or null = none. */
  readonly directory?: string | null;
}

/**
 * Answers `POST /<question>` and `POST /deed/<name>` with `{viewer, query}` on a socket that only this user can reach. A question whose asker
 * hangs up is told so by its signal.
 */
export async function serveEngine(parts: EngineParts, address: string): Promise<Server> {
  const server = createServer((request, response) => {
    const start = performance.now();
    const abort = new AbortController();
    response.on("close", () => abort.abort());
    void answer(parts, request, abort.signal).then((body) => {
      const outcome = outcomeOf(body, abort.signal);
      parts.onAnswer(nameOf(request), outcome, performance.now() - start);
      response.writeHead("error" in body ? 400 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(address, resolve);
  });
  return server;
}

function outcomeOf(body: RpcAnswer, signal: AbortSignal): Outcome {
  if (!("error" in body)) return "ok";
  return signal.aborted ? "given-up" : body.error.code;
}

async function answer(parts: EngineParts, request: IncomingMessage, signal: AbortSignal): Promise<RpcAnswer> {
  try {
    const body = JSON.parse(await readBody(request)) as Body;
    const name = nameOf(request);
    if (name === "importPaths") return { value: await parts.importPaths(body.query as ImportRequest) };
    if (name.startsWith(DEED))
      return { value: await runDeed(parts.deeds, name.slice(DEED.length), toAsker(body), body.query) };
    const work = toWork(parts, name, body, signal);
    if (work === null) return { error: { code: "failed", message: `no such question: ${name}` } };
    return { value: await askNoted(parts.note, { asker: toAsker(body), name, query: body.query }, work) };
  } catch (error) {
    return { error: toRpcError(error) };
  }
}

function toRpcError(error: unknown): Extract<RpcAnswer, { error: object }>["error"] {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof InvalidQuery) return { code: "invalid-query", parameter: error.parameter, message };
  if (error instanceof NotAllowed) return { code: "not-allowed", needs: error.needs, message };
  if (error instanceof TooBusy) return { code: "too-busy", retryAfterS: error.retryAfterS, message };
  return { code: "failed", message };
}

function nameOf(request: IncomingMessage): string {
  return (request.url ?? "").slice(1);
}

function toAsker({ viewer, peer = null, sessionId = null }: Body): Asker {
  return { viewer: parseViewer(viewer), peer, sessionId };
}

/** null = nobody knows that question. */
function toWork(parts: EngineParts, name: string, body: Body, signal: AbortSignal) {
  if (isOperation(name)) {
    const operate = parts.operations[name] as (query: unknown, signal: AbortSignal) => Promise<unknown>;
    return () => operate(body.query, signal);
  }
  if (!isQuestion(name)) return null;
  type Ask = (viewer: Viewer, query: unknown, signal: AbortSignal) => Promise<unknown>;
  return () => (parts.investigations[name] as Ask)(parseViewer(body.viewer), body.query, signal);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) throw new Error("the question is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
