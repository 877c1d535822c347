import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { ClusterMappings } from "../mapping/open-configuration";
import { MASTERS } from "../reach/subject";
import type { Finding } from "./finding";

/** Who may do everything: the creator whom no configuration shows, and the entries of aws-auth, those that are read. */
export function checkHolders({ hidden }: ClusterMappings, entries: readonly MappingEntry[]): Finding[] {
  const creators = hidden.filter(isMaster).map(
    ({ arn, username }): Finding => ({
      code: "hidden-creator",
      message: `${arn} is ${username || "nobody by name"} in ${MASTERS}, by an entry that no configuration shows`,
      instead: null,
      place: null,
      principalArn: arn,
    }),
  );
  return [...creators, ...checkMasters(entries.filter(isMaster))];
}

function isMaster({ groups }: MappingEntry): boolean {
  return groups.includes(MASTERS);
}

/** One alone is told of with its entry. */
function checkMasters(holders: readonly MappingEntry[]): Finding[] {
  if (holders.length < 2) return [];
  const names = holders.map(nameOf).sort((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1));
  const message = `${holders.length} entries of aws-auth are in ${MASTERS}: ${names.map(({ text }) => text).join(", ")}`;
  return [{ code: "masters-holders", message, instead: null, place: null, principalArn: null }];
}

function nameOf({ arn, username, place }: MappingEntry) {
  const text = username || arn;
  return place === null
    ? { line: Number.MAX_SAFE_INTEGER, text }
    : { line: place.line, text: `${text} (line ${place.line})` };
}
