import type { SavedViewChange, SavedViewList, SavedViewOutcome } from "@/lib/domain/summarize/saved-view";
import { parseSavedViewQuery } from "@/lib/search-params/attempts/saved-view-query";
import { currentViewer } from "../access/current-viewer";
import { viewEndpoints } from "../api/view-endpoints";
import { createClock } from "../clock";
import { readConfig } from "../config";
import { createEngineCall, type EngineCall } from "../engine-client";
import { requireDataDir } from "../get-investigations";
import { BadParameters, errorResponse, respondJson, respondWith } from "../http-errors";

const PATIENCE_MS = 10_000;
const LONGEST_BODY = 32_768;
const KEY = Symbol.for("gatebook.saved-views");
const shared = globalThis as typeof globalThis & { [KEY]?: EngineCall };
const { savedViews } = viewEndpoints;

export function answerViews(): Promise<Response> {
  return respondJson(savedViews, () => ask<SavedViewList>("listViews", null));
}

/** Changes the views as the body says. The front server has seen that a page of ours asks. */
export function answerViewChange(request: Request): Promise<Response> {
  return respondWith(async () => {
    // The front server's parser holds a body to the length it tells.
    if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= LONGEST_BODY))
      return errorResponse(413, {
        code: "too-large",
        message: `The body must tell its length, at most ${LONGEST_BODY} bytes.`,
      });
    const outcome = await ask<SavedViewOutcome>("changeViews", await readChange(request));
    if (outcome.kind === "done") return respondJson(savedViews, async () => outcome.list);
    const { message } = outcome;
    if (outcome.kind === "refused") return errorResponse(409, { code: "refused", message });
    return errorResponse(503, { code: "not-written", message });
  });
}

async function ask<T>(name: "listViews" | "changeViews", query: unknown): Promise<T> {
  shared[KEY] ??= createEngineCall(requireDataDir(), PATIENCE_MS);
  return (await shared[KEY](name, currentViewer(), query)) as T;
}

async function readChange(request: Request): Promise<SavedViewChange> {
  const body: unknown = await request.json().catch(() => null);
  const change = savedViews.write.schema.safeParse(body);
  if (!change.success) throw badBody("The body is no change of saved views.");
  return "query" in change.data ? { ...change.data, query: readQuery(change.data.query) } : change.data;
}

/** What all will open is an address that opens. */
function readQuery(text: string): string {
  const read = parseSavedViewQuery(text, createClock(readConfig().clock).now());
  if ("query" in read) return read.query;
  throw badBody(`The view's query cannot be read: ${read.problems.map(({ message }) => message).join(" ")}`);
}

function badBody(message: string): BadParameters {
  return new BadParameters([{ parameter: "body", message }]);
}
