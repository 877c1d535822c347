import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { checkArn } from "./arn-rules";
import type { Finding } from "./finding";
import { checkDuplicates, checkNodes } from "./list-rules";
import { checkNames } from "./name-rules";

/** All that is to be said of the entries of aws-auth, in the order in which they stand there. */
export function checkMappings(entries: readonly MappingEntry[]): Finding[] {
  const own = entries.flatMap((entry) =>
    [...checkArn(entry), ...checkNames(entry)].map((found) => ({
      ...found,
      place: entry.place,
      principalArn: null,
    })),
  );
  return [...own, ...checkDuplicates(entries), ...checkNodes(entries)].sort(byPlace);
}

/** What is of no place comes last. */
function byPlace(a: Finding, b: Finding): number {
  return lineOf(a) - lineOf(b);
}

function lineOf({ place }: Finding): number {
  return place?.line ?? Number.MAX_SAFE_INTEGER;
}
