import { isObject, type JsonObject, objectOf, textOf } from "../json-fields";
import type { MappingEntry } from "../mappings/mapping-entry";
import { parseJson } from "../parse-json";

const START = "LoadDynamicFile: ";
const CONTENT = " is available. content is ";

/**
 * The access entries of a file that an authenticator prints when it loads it (facts: authenticator §1.5); null = it is no
 * such line, or its JSON was cut. Whether EKS's own builds print it is not known.
 */
export function readLoadedFile(msg: string): MappingEntry[] | null {
  const at = msg.startsWith(START) ? msg.indexOf(CONTENT) : -1;
  const json = at < 0 ? null : parseJson(msg.slice(at + CONTENT.length));
  if (json?.ok !== true || !isObject(json.value)) return null;
  const { mapRoles, mapUsers } = json.value;
  return [...readList("mapRoles", mapRoles), ...readList("mapUsers", mapUsers)];
}

function readList(list: MappingEntry["list"], value: unknown): MappingEntry[] {
  return (Array.isArray(value) ? value : []).flatMap((one) => readEntry(list, objectOf(one)) ?? []);
}

function readEntry(list: MappingEntry["list"], entry: JsonObject): MappingEntry | null {
  const arn = textOf(list === "mapRoles" ? entry.rolearn : entry.userarn);
  if (arn === null) return null;
  const groups = Array.isArray(entry.groups) ? entry.groups.filter((one) => typeof one === "string") : [];
  const userId = textOf(entry.userid);
  return { list, arn, sso: null, username: textOf(entry.username) ?? "", groups, userId, place: null };
}
