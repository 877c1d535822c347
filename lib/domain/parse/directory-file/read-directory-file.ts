import type { FileEntry } from "../../identity/directory-entry";
import { checkEntry } from "./check-entry";
import { readCsvEntries } from "./csv-entries";
import { readJsonEntries } from "./json-entries";
import type { DirectoryFinding } from "./raw-entry";

export interface DirectoryReading {
  readonly entries: readonly FileEntry[];
  readonly findings: readonly DirectoryFinding[];
}

/**
 * Reads a directory file: CSV with the columns' names in its first line, or JSON, also as
 * `aws identitystore list-users` prints it. Bad lines are told, and the rest is used. Of two lines about one person the
 * first counts.
 */
export function readDirectoryFile(text: string): DirectoryReading {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const isJson = /^\s*[[{]/.test(body.slice(0, MOST_BLANKS));
  const entries: FileEntry[] = [];
  const findings: DirectoryFinding[] = [];
  const met = new Map<string, string>();
  for (const raw of isJson ? readJsonEntries(body) : readCsvEntries(body)) {
    const checked = raw.values === null ? raw.finding : checkEntry(raw.values, raw.where);
    if (checked === null) continue;
    if ("where" in checked) {
      findings.push(checked);
      continue;
    }
    const twice = findTwice(checked, met);
    if (twice === null) entries.push(checked);
    else findings.push(toldTwice(raw.where, twice));
    for (const key of keysOf(checked)) if (!met.has(key)) met.set(key, raw.where);
  }
  return { entries, findings };
}

const MOST_BLANKS = 1_000;

function keysOf({ userId, iamUser }: FileEntry): string[] {
  return [userId === null ? [] : `id ${userId}`, iamUser === null ? [] : `iam ${iamUser}`].flat();
}

/** Where the same person stood before; null = nowhere. */
function findTwice(entry: FileEntry, met: ReadonlyMap<string, string>): string | null {
  const before = keysOf(entry).find((key) => met.has(key));
  return before === undefined ? null : (met.get(before) ?? null);
}

function toldTwice(where: string, before: string): DirectoryFinding {
  const message = `is about the same person as ${before}, which counts.`;
  return { where, message, remedy: "Keep one of the two." };
}
