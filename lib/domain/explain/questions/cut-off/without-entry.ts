import { readConfigMap } from "../../../parse/aws-auth/read-config-map";
import type { MappingEntry } from "../../../parse/mappings/mapping-entry";
import { excerptOf } from "../../../parse/mappings/text-excerpt";

/** aws-auth without one entry, all else as it stands; null = that cannot be done by taking lines out. */
export function withoutEntry(text: string, { place }: MappingEntry): string | null {
  if (place === null) return null;
  const lines = text.split("\n");
  const first = place.line - 1;
  if (!lines[first]?.trimStart().startsWith("- ")) return null;
  const { firstLine, lines: shown } = excerptOf(text, place.line);
  const count = firstLine + shown.length - place.line;
  const after = [...lines.slice(0, first), ...lines.slice(first + count)].join("\n");
  return isOneLess(text, after) ? after : null;
}

function isOneLess(before: string, after: string): boolean {
  const [was, is] = [readConfigMap(before).awsAuth, readConfigMap(after).awsAuth];
  return is.entries.length === was.entries.length - 1 && is.problems.length <= was.problems.length;
}
