import { readAnyway } from "../../parse/aws-auth/read-anyway";
import { decodeList } from "../../parse/aws-auth/read-list";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { WrittenList } from "./written-lists";

/** What a reader that goes on behind a mistake finds in a list that the authenticator cannot read: for a person, not as a mapping. */
export function lostEntries({ list, text, placeOf }: WrittenList): readonly MappingEntry[] {
  const value = readAnyway(text);
  return value === null ? [] : decodeList(list, value, placeOf).entries;
}
