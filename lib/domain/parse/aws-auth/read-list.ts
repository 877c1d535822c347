import { checkEntry } from "../mappings/check-entry";
import type { MappingEntry } from "../mappings/mapping-entry";
import type { AwsAuthList, AwsAuthProblem } from "./aws-auth";
import { EntryDecoder } from "./decode-entry";
import type { GoValue } from "../yaml/go-value";
import { type PlaceOf, placesIn } from "../yaml/places";
import { readPlainValue } from "../yaml/read-go-value";
import { readListText } from "./read-list-text";

/** One list of aws-auth. */
export interface ReadList {
  readonly entries: readonly MappingEntry[];
  readonly accounts: readonly string[];
  readonly problems: readonly AwsAuthProblem[];
}

export const NO_LIST: ReadList = { entries: [], accounts: [], problems: [] };

/** Values that the authenticator passes over without a look. */
const EMPTY: ReadonlySet<string> = new Set(["", '""', "''", "``"]);

/** A list as it stands in the ConfigMap: a text that holds YAML or JSON. */
export function readList(
  list: AwsAuthList,
  text: string | undefined,
  placeOf = placesIn(text ?? ""),
): ReadList {
  if (text === undefined || EMPTY.has(text)) return NO_LIST;
  // Accounts alone are not turned to JSON first.
  const reading = list === "mapAccounts" ? readPlainValue(text) : readListText(text);
  if (reading.ok) return decodeList(list, reading.value, placeOf);
  const { words: message, at } = reading.problem;
  return { ...NO_LIST, problems: [{ list, message, place: placeOf(at), loses: "list" }] };
}

/** A list whose text is read already. */
export function decodeList(list: AwsAuthList, value: GoValue, placeOf: PlaceOf): ReadList {
  if (value.kind === "null") return NO_LIST;
  return list === "mapAccounts" ? decodeAccounts(value, placeOf) : decodeEntries(list, value, placeOf);
}

const TYPES = { mapRoles: "[]config.RoleMapping", mapUsers: "[]config.UserMapping" } as const;

function decodeEntries(list: MappingEntry["list"], value: GoValue, placeOf: PlaceOf): ReadList {
  if (value.kind !== "array") {
    const message = `json: cannot unmarshal ${value.kind} into Go value of type ${TYPES[list]}`;
    return { ...NO_LIST, problems: [{ list, message, place: placeOf(value.at), loses: "list" }] };
  }
  const decoder = new EntryDecoder(list, placeOf);
  const decoded = value.items.map((item) => decoder.decode(item));
  const wrong = decoder.problems.map((problem) => ({ ...problem, list, loses: "field" as const }));
  const refused = decoded.flatMap((entry): AwsAuthProblem[] => {
    const message = checkEntry(entry);
    return message === null ? [] : [{ list, message, place: entry.place, loses: "entry" }];
  });
  return {
    ...NO_LIST,
    entries: decoded.filter((entry) => checkEntry(entry) === null),
    problems: [...wrong, ...refused],
  };
}

/** Read by the YAML library alone, which takes any scalar for text; what is none is left out. */
function decodeAccounts(value: GoValue, placeOf: PlaceOf): ReadList {
  const list = "mapAccounts";
  const problem = ({ kind, at }: GoValue, loses: "list" | "entry"): AwsAuthProblem => ({
    list,
    message: `yaml: unmarshal errors: line ${placeOf(at).line}: cannot unmarshal ${kind} into ${loses === "list" ? "[]string" : "string"}`,
    place: placeOf(at),
    loses,
  });
  if (value.kind !== "array") return { ...NO_LIST, problems: [problem(value, "list")] };
  const isText = (item: GoValue) => item.kind !== "array" && item.kind !== "object";
  return {
    ...NO_LIST,
    accounts: value.items.flatMap((item) =>
      item.kind === "array" || item.kind === "object" ? [] : [item.kind === "null" ? "" : item.text],
    ),
    problems: value.items.filter((item) => !isText(item)).map((item) => problem(item, "entry")),
  };
}
