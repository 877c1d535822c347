import { createHash } from "node:crypto";
import { changeKeyOf } from "@/lib/domain/summarize/incidents/change-key";
import { freezeAttempt } from "@/lib/domain/summarize/incidents/freeze-attempt";
import { type FrozenAttempt, MOST_ADDED_AT_ONCE } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentChange } from "@/lib/domain/summarize/incidents/incident-change";
import type { IncidentRequest } from "@/lib/domain/summarize/incidents/incident-request";
import type { Viewer } from "@/lib/ports/viewer";
import type { IncidentParts } from "./incident-parts";

type Parts = Pick<IncidentParts, "investigations">;
type AddChange = Extract<IncidentRequest, { readonly kind: "add-change" }>;

/**
 * A request with what it names read, as the viewer sees it: nobody adds what he may not see, nor what he made up. Or a
 * sentence that says why it cannot be.
 */
export async function collectChange(
  parts: Parts,
  viewer: Viewer,
  request: IncidentRequest,
): Promise<IncidentChange | string> {
  if (request.kind === "add-attempts") return await collectAttempts(parts, viewer, request.attemptIds);
  if (request.kind === "add-change") return await collectConfigurationChange(parts, viewer, request);
  return request;
}

async function collectAttempts(
  { investigations }: Parts,
  viewer: Viewer,
  ids: readonly string[],
): Promise<IncidentChange | string> {
  if (ids.length === 0) return "No attempt is named.";
  if (ids.length > MOST_ADDED_AT_ONCE) return `At most ${MOST_ADDED_AT_ONCE} attempts can be added at once.`;
  const attempts: FrozenAttempt[] = [];
  for (const id of new Set(ids)) {
    const detail = await investigations.explainAttempt(viewer, { id });
    if (detail === null) return `There is no attempt ${id.slice(0, LONGEST_SHOWN)}. Nothing was added.`;
    attempts.push(freezeAttempt(detail, sha256));
  }
  return { kind: "add-attempts", attempts };
}

const LONGEST_SHOWN = 64;

async function collectConfigurationChange(
  { investigations }: Parts,
  viewer: Viewer,
  { cluster, change: key }: AddChange,
): Promise<IncidentChange | string> {
  const report = await investigations.reportConfiguration(viewer, { cluster });
  const change = report?.changes.find((one) => changeKeyOf(one) === key);
  if (change === undefined) return "There is no such change of this cluster.";
  return { kind: "add-change", cluster, change };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
