import { checkEntry } from "../mappings/check-entry";
import type { MappingEntry } from "../mappings/mapping-entry";
import { type AwsAuth, AWS_AUTH_LISTS, type AwsAuthList, type AwsAuthProblem } from "./aws-auth";
import { EntryDecoder } from "./decode-entry";
import type { GoValue } from "./go-value";
import { readListText } from "./read-list-text";

/** `data` of the ConfigMap: only these very keys count. */
export type AwsAuthData = Readonly<Partial<Record<AwsAuthList, string>>>;

/** One list that was read. */
interface ReadList {
  readonly entries: readonly MappingEntry[];
  readonly accounts: readonly string[];
  readonly problems: readonly AwsAuthProblem[];
}

const NOTHING: ReadList = { entries: [], accounts: [], problems: [] };

/**
 * Reads aws-auth as the authenticator does (facts: authenticator §4.6): a list that cannot be read is empty and the others
 * stay; a field of the wrong type is empty and its entry stays; an entry without a principal goes. Total, and bounded.
 */
export function readAwsAuth(data: AwsAuthData): AwsAuth {
  // In this order the authenticator reads them, and prints what is wrong.
  const users = readList("mapUsers", data.mapUsers);
  const roles = readList("mapRoles", data.mapRoles);
  const accounts = readList("mapAccounts", data.mapAccounts);
  return {
    entries: [...roles.entries, ...users.entries],
    accounts: accounts.accounts,
    problems: [...users.problems, ...roles.problems, ...accounts.problems],
  };
}

/** Values that the authenticator passes over without a look. */
const EMPTY: ReadonlySet<string> = new Set(["", '""', "''", "``"]);

function readList(list: AwsAuthList, text: string | undefined): ReadList {
  if (text === undefined || EMPTY.has(text)) return NOTHING;
  const reading = readListText(text);
  if (!reading.ok) {
    const { message, place } = reading.problem;
    return { ...NOTHING, problems: [{ list, message, place, loses: "list" }] };
  }
  return list === "mapAccounts" ? decodeAccounts(reading.value) : decodeEntries(list, reading.value);
}

const TYPES = { mapRoles: "[]config.RoleMapping", mapUsers: "[]config.UserMapping" } as const;

function decodeEntries(list: MappingEntry["list"], value: GoValue): ReadList {
  if (value.kind === "null") return NOTHING;
  if (value.kind !== "array") {
    const message = `json: cannot unmarshal ${value.kind} into Go value of type ${TYPES[list]}`;
    return { ...NOTHING, problems: [{ list, message, place: value.place, loses: "list" }] };
  }
  const decoder = new EntryDecoder(list);
  const decoded = value.items.map((item) => decoder.decode(item));
  const wrong = decoder.problems.map((problem) => ({ ...problem, list, loses: "field" as const }));
  const refused = decoded.flatMap((entry): AwsAuthProblem[] => {
    const message = checkEntry(entry);
    return message === null ? [] : [{ list, message, place: entry.place, loses: "entry" }];
  });
  return {
    ...NOTHING,
    entries: decoded.filter((entry) => checkEntry(entry) === null),
    problems: [...wrong, ...refused],
  };
}

/** Read by the YAML library alone, which takes any scalar for text; what is none is left out. */
function decodeAccounts(value: GoValue): ReadList {
  if (value.kind === "null") return NOTHING;
  const list = "mapAccounts";
  const problem = ({ kind, place }: GoValue, loses: "list" | "entry"): AwsAuthProblem => ({
    list,
    message: `yaml: unmarshal errors: line ${place.line}: cannot unmarshal ${kind} into ${loses === "list" ? "[]string" : "string"}`,
    place,
    loses,
  });
  if (value.kind !== "array") return { ...NOTHING, problems: [problem(value, "list")] };
  const isText = (item: GoValue) => item.kind !== "array" && item.kind !== "object";
  return {
    ...NOTHING,
    accounts: value.items.flatMap((item) =>
      item.kind === "array" || item.kind === "object" ? [] : [item.kind === "null" ? "" : item.text],
    ),
    problems: value.items.filter((item) => !isText(item)).map((item) => problem(item, "entry")),
  };
}

/** Whether a key of `data` is one that counts. */
export function isAwsAuthList(key: string): key is AwsAuthList {
  return (AWS_AUTH_LISTS as readonly string[]).includes(key);
}
