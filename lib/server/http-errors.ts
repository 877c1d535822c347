import { InvalidQuery } from "@/lib/ports/invalid-query";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { TooBusy } from "@/lib/ports/too-busy";
import type { Endpoint } from "./api/endpoint";
import type { ErrorBody } from "./api/schemas/error-schema";
import { EngineUnavailable } from "./engine-client";
import { getLog } from "./log/get-log";

/** A query with parameters that cannot be; each is named. */
export class BadParameters extends Error {
  readonly problems: readonly { readonly parameter: string; readonly message: string }[];
  constructor(problems: BadParameters["problems"]) {
    super(problems.map(({ message }) => message).join(" "));
    this.name = "BadParameters";
    this.problems = problems;
  }
}

/** What was asked for is not there; the message says what is. */
export class NotThere extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NotThere";
  }
}

/** Nobody is left to read it: the asker has hung up. */
const CLIENT_GONE = 499;
const GIVEN_UP: ErrorBody = { code: "given-up", message: "The question was given up." };

const NO_STORE = { "cache-control": "no-store" };

/**
 * Answers with what `work` gives, in the endpoint's schema: what that does not describe does not go out. A failure has one
 * shape for all; null = there is no such thing.
 */
export async function respondJson<T>(
  { schema }: Endpoint<T>,
  work: () => Promise<T | null>,
): Promise<Response> {
  return respondWith(async () => {
    const value = await work();
    if (value === null)
      return errorResponse(404, { code: "not-found", message: "There is no such attempt." });
    return Response.json(schema.parse(value), { headers: NO_STORE });
  });
}

/** Answers with what `work` makes; a failure has one shape for all. */
export async function respondWith(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return toErrorResponse(error);
  }
}

export function errorResponse(
  status: number,
  error: ErrorBody,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ error }, { status, headers: { ...NO_STORE, ...headers } });
}

function toErrorResponse(error: unknown): Response {
  if (error instanceof BadParameters) {
    const { message, problems } = error;
    return errorResponse(400, {
      code: "invalid-parameter",
      message,
      parameter: problems[0]?.parameter ?? "",
    });
  }
  if (error instanceof NotThere) return errorResponse(404, { code: "not-found", message: error.message });
  if (error instanceof NotAllowed)
    return errorResponse(error.needs === "sign-in" ? 401 : 403, {
      code: "not-allowed",
      message: error.message,
    });
  if (error instanceof InvalidQuery) {
    const message = `Parameter "${error.parameter}" ${error.message}.`;
    return errorResponse(400, { code: "invalid-parameter", message, parameter: error.parameter });
  }
  if (error instanceof EngineUnavailable) {
    return errorResponse(503, {
      code: "starting",
      message: error.message,
      remedy: "Try again in a few seconds.",
    });
  }
  if (error instanceof TooBusy) {
    const { message, retryAfterS } = error;
    const remedy = `Try again in ${retryAfterS} seconds.`;
    return errorResponse(503, { code: "too-busy", message, remedy }, { "retry-after": String(retryAfterS) });
  }
  if (error instanceof Error && error.name === "AbortError") return errorResponse(CLIENT_GONE, GIVEN_UP);
  getLog("web").error({ err: error }, "A question failed");
  return errorResponse(500, {
    code: "internal",
    message: "Something went wrong in Gatebook; its log says what.",
  });
}
