import { entryKey } from "../../parse/mappings/entry-key";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { Finding } from "./finding";

/** Entries that stand in each other's way: each is told where a later one takes its place. */
export function checkDuplicates(entries: readonly MappingEntry[]): Finding[] {
  const last = new Map<string, MappingEntry>();
  const found: Finding[] = [];
  for (const entry of entries.toReversed()) {
    const key = `${entry.list} ${entryKey(entry).toLowerCase()}`;
    const later = last.get(key);
    if (later === undefined) last.set(key, entry);
    else found.push(duplicate(entry, later));
  }
  return found.reverse();
}

function duplicate(entry: MappingEntry, later: MappingEntry): Finding {
  const where = later.place === null ? "later" : `on line ${later.place.line}`;
  const isRole = entry.list === "mapRoles";
  const isEither = !isRole && entry.arn !== later.arn;
  return {
    code: isRole ? "duplicate-role" : "duplicate-user",
    message: isEither
      ? `${entry.arn} stands there again in another case ${where}: either counts`
      : `${entry.arn} stands there again ${where}, which counts`,
    instead: null,
    place: entry.place,
    principalArn: null,
  };
}

const NODES = "system:nodes";

/** A list of roles without nodes; an empty configuration is left alone. */
export function checkNodes(entries: readonly MappingEntry[]): Finding[] {
  if (entries.length === 0 || entries.some(({ groups }) => groups.includes(NODES))) return [];
  return [
    {
      code: "no-node-entry",
      message: `No entry gives the group ${NODES}`,
      instead: null,
      place: null,
      principalArn: null,
    },
  ];
}
