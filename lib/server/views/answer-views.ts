import type { SavedViewChange } from "@/lib/domain/summarize/saved-view";
import { parseSavedViewQuery } from "@/lib/search-params/attempts/saved-view-query";
import { viewEndpoints } from "../api/view-endpoints";
import { createClock } from "../clock";
import { readConfig } from "../config";
import { askDeed } from "../deeds/ask-deed";
import { BadParameters, errorResponse, respondJson, respondWith } from "../http-errors";
import { readWrite } from "../read-write";

const LONGEST_BODY = 32_768;
const { savedViews } = viewEndpoints;

export function answerViews(): Promise<Response> {
  return respondJson(savedViews, () => askDeed("listViews", null));
}

/** Changes the views as the body says. The front server has seen that a page of ours asks. */
export function answerViewChange(request: Request): Promise<Response> {
  return respondWith(async () => {
    const change = await readWrite(request, savedViews.write.schema, LONGEST_BODY);
    if (change instanceof Response) return change;
    const outcome = await askDeed("changeViews", inTodaysForm(change));
    if (outcome.kind === "done") return respondJson(savedViews, async () => outcome.list);
    const { message } = outcome;
    if (outcome.kind === "refused") return errorResponse(409, { code: "refused", message });
    return errorResponse(503, { code: "not-written", message });
  });
}

function inTodaysForm(change: SavedViewChange): SavedViewChange {
  return "query" in change ? { ...change, query: readQuery(change.query) } : change;
}

/** What all will open is an address that opens. */
function readQuery(text: string): string {
  const read = parseSavedViewQuery(text, createClock(readConfig().clock).now());
  if ("query" in read) return read.query;
  const problems = read.problems.map(({ message }) => message).join(" ");
  throw new BadParameters([{ parameter: "body", message: `The view's query cannot be read: ${problems}` }]);
}
