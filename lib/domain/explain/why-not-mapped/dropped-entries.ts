import { foldCase } from "../../identity/go-case";
import { EntryDecoder } from "../../parse/aws-auth/decode-entry";
import { readListText } from "../../parse/aws-auth/read-list-text";
import { checkEntry } from "../../parse/mappings/check-entry";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { GoMap } from "../../parse/yaml/go-value";
import type { MappedCaller } from "../mapping/mapped-caller";
import type { WrittenList } from "./written-lists";

/** An entry that the authenticator drops, with the ARN that somebody gave it, and the key that the ARN stands under. */
export interface DroppedEntry {
  readonly entry: MappingEntry;
  readonly written: string;
}

/** The entries of a list that hold the caller's ARN and not the key that their list asks for. */
export function droppedEntries(
  caller: MappedCaller,
  { key, list, text, placeOf }: WrittenList,
): DroppedEntry[] {
  if (key !== list || list === "mapAccounts") return [];
  const reading = readListText(text);
  if (!reading.ok || reading.value.kind !== "array") return [];
  const decoder = new EntryDecoder(list, placeOf);
  return reading.value.items.flatMap((item) => {
    if (item.kind !== "object") return [];
    const written = keyOfArn(caller, item);
    const entry = written === null ? null : decoder.decode(item);
    if (written === null || entry === null || checkEntry(entry) === null) return [];
    return [{ entry: { ...entry, arn: caller.canonicalArn }, written }];
  });
}

function keyOfArn({ canonicalArn }: MappedCaller, { members }: GoMap): string | null {
  const own = canonicalArn.toLowerCase();
  for (const [key, value] of members) {
    const isName = foldCase(key) === "username";
    if (!isName && value.kind === "string" && value.text.toLowerCase() === own) return key;
  }
  return null;
}
