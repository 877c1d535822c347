import type { IncidentOutcome } from "@/lib/domain/summarize/incidents/incident-view";
import { readPathName } from "@/lib/search-params/parameters/read-path-name";
import type { Endpoint } from "../api/endpoint";
import { incidentEndpoints } from "../api/incident-endpoints";
import { askDeed } from "../deeds/ask-deed";
import { errorResponse, respondJson, respondWith } from "../http-errors";
import { readWrite } from "../read-write";
import { ownOrigin } from "../web/own-origin";

/** The part of a route's address that names an incident. */
export interface OfIncident {
  readonly params: Promise<{ readonly id: string }>;
}

export interface OfEntry {
  readonly params: Promise<{ readonly id: string; readonly entry: string }>;
}

const LONGEST_BODY = 65_536;
const { listIncidents, readIncident, readIncidentEvidence } = incidentEndpoints;

export function answerIncidents(): Promise<Response> {
  return respondJson(listIncidents, () => askDeed("listIncidents", null));
}

/** Begins or deletes an incident, as the body says. The front server has seen that a page of ours asks. */
export function answerIncidentsChange(request: Request): Promise<Response> {
  return respondWith(async () => {
    const asked = await readWrite(request, listIncidents.write.schema, LONGEST_BODY);
    if (asked instanceof Response) return asked;
    return respondOutcome(listIncidents, await askDeed("changeIncidents", asked));
  });
}

export function answerIncident({ params }: OfIncident): Promise<Response> {
  return respondWith(async () => {
    const id = readPathName((await params).id);
    return respondOutcome(readIncident, await askDeed("readIncident", { id }));
  });
}

/** Changes an incident as the body says. */
export function answerIncidentChange(request: Request, { params }: OfIncident): Promise<Response> {
  return respondWith(async () => {
    const asked = await readWrite(request, readIncident.write.schema, LONGEST_BODY);
    if (asked instanceof Response) return asked;
    const id = readPathName((await params).id);
    return respondOutcome(readIncident, await askDeed("changeIncident", { id, request: asked }));
  });
}

export function answerIncidentEvidence({ params }: OfEntry): Promise<Response> {
  return respondWith(async () => {
    const { id, entry } = await params;
    const query = { id: readPathName(id), entryId: readPathName(entry) };
    return respondOutcome(readIncidentEvidence, await askDeed("readIncidentEvidence", query));
  });
}

export function answerIncidentMarkdown(request: Request, { params }: OfIncident): Promise<Response> {
  return respondWith(async () => {
    const id = readPathName((await params).id);
    const outcome = await askDeed("printIncident", { id, baseUrl: ownOrigin(request) });
    if (outcome.kind !== "done") return failureOf(outcome);
    return new Response(outcome.answer, {
      headers: {
        "content-type": "text/markdown; charset=utf-8",
        "content-disposition": `attachment; filename="gatebook-incident-${id.replaceAll(/[^0-9a-f-]/g, "")}.md"`,
        "cache-control": "no-store",
      },
    });
  });
}

function respondOutcome<T>(endpoint: Endpoint<T>, outcome: IncidentOutcome<T>): Promise<Response> | Response {
  if (outcome.kind !== "done") return failureOf(outcome);
  return respondJson(endpoint, async () => outcome.answer);
}

function failureOf({ kind, message }: Exclude<IncidentOutcome<never>, { readonly kind: "done" }>): Response {
  if (kind === "not-there") return errorResponse(404, { code: "not-found", message });
  if (kind === "refused") return errorResponse(409, { code: "refused", message });
  return errorResponse(503, { code: "not-written", message });
}
