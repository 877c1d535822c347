import { printedError } from "@/lib/domain/parse/aws-auth/aws-auth";
import { type AwsAuthData, readAwsAuth } from "@/lib/domain/parse/aws-auth/read-aws-auth";
import { entryKey } from "@/lib/domain/parse/mappings/entry-key";
import type { MappingEntry } from "@/lib/domain/parse/mappings/mapping-entry";
import { textsOf, toEntry } from "./mapping-rows";
import { type Row, type RowCheck, rowsOf, text } from "./row-check";

/** `{cases: [{data, expected: {mapRoles, mapUsers, mapAccounts, error, storeRoleKeys, storeUserKeys}}]}`. */
export function configMapTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const read = readAwsAuth(row.data as AwsAuthData);
    const expected = row.expected as Row;
    const actual = {
      roles: read.entries.filter(({ list }) => list === "mapRoles"),
      users: read.entries.filter(({ list }) => list === "mapUsers"),
    };
    return {
      input: row.name,
      pairs: [
        { expected: entriesOf("mapRoles", expected), actual: actual.roles.map(withoutPlace) },
        { expected: entriesOf("mapUsers", expected), actual: actual.users.map(withoutPlace) },
        { expected: textsOf(expected.mapAccounts), actual: read.accounts },
        { expected: textsOf(expected.storeRoleKeys).sort(), actual: keysOf(actual.roles) },
        { expected: textsOf(expected.storeUserKeys).sort(), actual: keysOf(actual.users) },
        errorPair(text(expected, "error"), printedError(read) ?? ""),
      ],
    };
  });
}

function entriesOf(list: MappingEntry["list"], expected: Row) {
  return rowsOf(expected, list).map((row) => withoutPlace(toEntry(list, row)));
}

function withoutPlace({ place: _, ...entry }: MappingEntry) {
  return entry;
}

function keysOf(entries: readonly MappingEntry[]): string[] {
  return [...new Set(entries.map(entryKey))].sort();
}

/** What the YAML library says depends on its version: there only that it says something is compared. */
function errorPair(expected: string, actual: string) {
  const isOfYaml = expected.includes("yaml:") || expected.includes("converting YAML to JSON");
  return isOfYaml ? { expected: true, actual: actual !== "" } : { expected, actual };
}
