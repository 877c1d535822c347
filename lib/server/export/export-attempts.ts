import type { Investigations } from "@/lib/ports/investigations";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { hasRole } from "@/lib/ports/viewer";
import { currentViewer } from "../access/current-viewer";
import { MOST_EXPORTED } from "@/lib/search-params/attempts/export-href";
import { readAttemptQuery } from "../answer-attempt-query";
import { endpoints } from "../api/endpoints";
import { askDeed } from "../deeds/ask-deed";
import { getInvestigations } from "../get-investigations";
import { BadParameters, respondWith } from "../http-errors";
import { Seats } from "../seats";
import { exportFormOf } from "./export-form";
import { exportName } from "./export-name";
import { printExport } from "./print-export";
import { streamText } from "./stream-text";

const PAGE = 500;
const seats = new Seats(4, "exports");

type Filter = Parameters<Investigations["searchAttempts"]>[1]["filter"];

/** All that matches as one file, as it is read; ends with the request. A file that would be too long is refused. */
export function exportAttempts(request: Request): Promise<Response> {
  return respondWith(async () => {
    const { query, params } = await readAttemptQuery(request, endpoints.exportAttempts);
    const leave = seats.take();
    const gone = new AbortController();
    const end = () => {
      gone.abort();
      leave();
    };
    request.signal.addEventListener("abort", end);
    try {
      return await answer(query.filter, params, { signal: gone.signal, end });
    } catch (error) {
      end();
      throw error;
    }
  });
}

async function answer(
  filter: Filter,
  params: URLSearchParams,
  { signal, end }: { readonly signal: AbortSignal; readonly end: () => void },
): Promise<Response> {
  // Of now: the pages are asked for later, outside of the request.
  const viewer = currentViewer();
  if (!hasRole(viewer, "auditor")) throw new NotAllowed("auditor", "Only auditors may export.");
  const ask = (cursor: string | null) =>
    getInvestigations().searchAttempts(viewer, { filter, cursor, limit: PAGE }, signal);
  const first = await ask(null);
  if (first.total > MOST_EXPORTED) throw new BadParameters([tooMany(first.total)]);
  const form = exportFormOf(params);
  const what = `attempts as ${form.extension}`;
  await askDeed("noteExport", { what, query: params.toString(), rows: first.total });
  return new Response(streamText(printExport(first, ask, form), end), {
    headers: {
      "content-type": form.type,
      "content-disposition": `attachment; filename="${exportName(filter, form.extension)}"`,
      "cache-control": "no-store, no-transform",
      "gatebook-total": String(first.total),
    },
  });
}

function tooMany(total: number) {
  const [most, found] = [MOST_EXPORTED, total].map((n) => n.toLocaleString("en-US"));
  const message = `${found} attempts match, and a file holds ${most} at most: choose a shorter time or more filters.`;
  return { parameter: "range", message };
}
