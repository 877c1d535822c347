import { open } from "node:fs/promises";
import type { Incident } from "@/lib/domain/summarize/incidents/incident";
import { isIncident } from "./is-incident";

const INCIDENT_FILE_FORMAT = 1;

/** What an incident may take, in bytes of its file. */
export const LONGEST_INCIDENT_FILE = 32 * 1024 ** 2;

/** `newer`: another version's, not to be touched; `damaged`: nobody's. */
type IncidentFileContent =
  | { readonly kind: "incident"; readonly incident: Incident }
  | { readonly kind: "newer" | "damaged" | "not-there" };

/** What the file of the incident `id` holds. Throws as the file system does. */
export async function readIncidentFile(path: string, id: string): Promise<IncidentFileContent> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return null;
  });
  if (file === null) return { kind: "not-there" };
  try {
    const { size } = await file.stat();
    if (size > LONGEST_INCIDENT_FILE) return { kind: "damaged" };
    return parseIncident(await file.readFile("utf8"), id);
  } finally {
    await file.close();
  }
}

export function printIncidentFile(incident: Incident): string {
  return `${JSON.stringify({ format: INCIDENT_FILE_FORMAT, incident }, null, 1)}\n`;
}

/** Some editors begin a text with a byte order mark. A copy under another name is not that incident. */
function parseIncident(text: string, id: string): IncidentFileContent {
  const { format, incident } = parseObject(text.replace(/^\uFEFF/, ""));
  if (typeof format === "number" && format > INCIDENT_FILE_FORMAT) return { kind: "newer" };
  if (format !== INCIDENT_FILE_FORMAT || !isIncident(incident) || incident.id !== id)
    return { kind: "damaged" };
  return { kind: "incident", incident };
}

function parseObject(text: string): { readonly format?: unknown; readonly incident?: unknown } {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}
