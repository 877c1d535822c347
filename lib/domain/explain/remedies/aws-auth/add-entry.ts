import type { MappingEntry } from "../../../parse/mappings/mapping-entry";
import type { NewEntry } from "./correction";
import { entryLines } from "./entry-lines";
import { contentOf, hasOneMore, type Reading, readingOf } from "./reading";

/** The text with one more entry: before the first of its list, or in a list of its own. */
export function addEntry(text: string, { kind: _, ...entry }: NewEntry): string | null {
  const before = readingOf(text);
  const lines = text.split("\n");
  const put = placeFor(lines, entry, before);
  if (put === null) return null;
  const after = lines.toSpliced(put.at, 0, ...put.lines).join("\n");
  const whole: MappingEntry = { ...entry, sso: null, userId: null, place: null };
  return hasOneMore(before, readingOf(after), contentOf(whole)) ? after : null;
}

interface PlaceFor {
  /** Index of the line before which they come. */
  readonly at: number;
  readonly lines: readonly string[];
}

function placeFor(
  lines: readonly string[],
  entry: Omit<NewEntry, "kind">,
  { entries }: Reading,
): PlaceFor | null {
  const first = entries.find(({ list, place }) => list === entry.list && place !== null)?.place ?? null;
  if (first === null) return ownList(lines, entry);
  const head = lines[first.line - 1]?.slice(0, first.column - 1) ?? "";
  const dash = head.indexOf("-");
  if (dash < 0 || head.trim() !== "-") return null;
  return { at: first.line - 1, lines: entryLines(entry, head.slice(0, dash)) };
}

function ownList(lines: readonly string[], entry: Omit<NewEntry, "kind">): PlaceFor | null {
  const data = lines.findIndex((line) => line.trimEnd() === "data:");
  if (data < 0) return null;
  return { at: data + 1, lines: [`  ${entry.list}: |`, ...entryLines(entry, "    ")] };
}
