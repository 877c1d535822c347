import type { IncomingMessage, ServerResponse } from "node:http";
import type { EngineOperations, ReadinessProblem } from "../engine/engine-operations";
import { mergeExpositions } from "../metrics/merge-expositions";
import type { WebMetrics } from "../metrics/web-metrics";
import type { Handler } from "./create-front";

const LONGEST_WAIT_MS = 5_000;

type Asked = Pick<EngineOperations, "readMetrics" | "checkReadiness">;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Answers what those who run Gatebook ask: `/livez`, `/readyz`, `/metrics`; everything else goes on to `next`. */
export function answerOperations(engine: Asked, metrics: WebMetrics, next: Handler): Handler {
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    "/livez": async () => toJson(200, { status: "ok" }),
    "/readyz": () => readyAnswer(engine),
    "/metrics": () => metricsAnswer(engine, metrics),
  };
  return async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.split("?", 1)[0] ?? "";
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (answer === undefined) return next(request, response);
    const { status, type, body } = await answer();
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : body);
  };
}

async function readyAnswer(engine: Asked): Promise<Answer> {
  const problems = await inTime(engine.checkReadiness()).catch(() => [ENGINE_DOWN]);
  const status = problems.length === 0 ? "ready" : "not-ready";
  return toJson(problems.length === 0 ? 200 : 503, { status, problems });
}

const ENGINE_DOWN: ReadinessProblem = {
  code: "engine",
  message: "The engine does not answer; it is starting, or has stopped.",
  remedy: "It is started again by itself; if that does not help, Gatebook's log says why.",
};

async function metricsAnswer(engine: Asked, metrics: WebMetrics): Promise<Answer> {
  const numbers = await inTime(engine.readMetrics()).catch(() => null);
  metrics.engineUp.set(numbers === null ? 0 : 1);
  const own = await metrics.registry.metrics();
  const body = mergeExpositions(numbers === null ? [own] : [own, numbers]);
  return { status: 200, type: metrics.registry.contentType, body };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), LONGEST_WAIT_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function toJson(status: number, value: unknown): Answer {
  return { status, type: "application/json", body: `${JSON.stringify(value)}\n` };
}
