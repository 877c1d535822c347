import type { Incident } from "@/lib/domain/summarize/incidents/incident";
import { readOwnFile } from "../read-own-file";
import { isIncident } from "./is-incident";

const INCIDENT_FILE_FORMAT = 1;

/** What an incident may take, in bytes of its file. */
export const LONGEST_INCIDENT_FILE = 32 * 1024 ** 2;

/** `newer`: another version's, not to be touched; `damaged`: nobody's. */
type IncidentFileContent =
  | { readonly kind: "incident"; readonly incident: Incident }
  | { readonly kind: "newer" | "damaged" | "not-there" };

/** What the file of the incident `id` holds; a copy under another name is not it. Throws as the file system does. */
export async function readIncidentFile(path: string, id: string): Promise<IncidentFileContent> {
  const limits = { format: INCIDENT_FILE_FORMAT, longest: LONGEST_INCIDENT_FILE };
  const content = await readOwnFile(path, limits);
  if (content.kind !== "fields") return { kind: content.kind };
  const { incident } = content.fields;
  return isIncident(incident) && incident.id === id ? { kind: "incident", incident } : { kind: "damaged" };
}

export function printIncidentFile(incident: Incident): string {
  return `${JSON.stringify({ format: INCIDENT_FILE_FORMAT, incident }, null, 1)}\n`;
}
