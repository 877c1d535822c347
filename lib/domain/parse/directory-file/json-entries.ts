import { objectOf } from "../json-fields";
import { lineOfJsonError } from "../line-of-json-error";
import { parseJson } from "../parse-json";
import { columnName } from "./column-name";
import { type RawEntry, wrongEntry } from "./raw-entry";

/** A list of people, or an object with one under `users`, such as `aws identitystore list-users` prints. */
export function* readJsonEntries(text: string): Generator<RawEntry> {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    yield wrongEntry(lineOfJsonError(text), "is no JSON; nothing was read.", "Correct it there.");
    return;
  }
  const list = listOf(parsed.value);
  if (list === null) {
    yield wrongEntry("line 1", "holds no list of people; nothing was read.", 'Write [{"userId": …}, …].');
    return;
  }
  for (const [i, entry] of list.entries()) yield readEntry(entry, `entry ${i + 1}`);
}

function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  const found = Object.entries(objectOf(value)).find(([key]) => key.toLowerCase() === "users")?.[1];
  return Array.isArray(found) ? found : null;
}

function readEntry(entry: unknown, where: string): RawEntry {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    return wrongEntry(where, "is no object.", 'Write it as {"userId": "…", "userName": "…"}.');
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(entry)) {
    if (typeof value === "string") values.set(columnName(key), value);
    if (key === "Emails") values.set("email", mainAddress(value));
  }
  return { where, values, finding: null };
}

/** Of `[{"Value": "alice@example.com", "Primary": true}]`. */
function mainAddress(value: unknown): string {
  const all = (Array.isArray(value) ? value : []).map(objectOf);
  const { Value } = all.find(({ Primary }) => Primary === true) ?? all[0] ?? {};
  return typeof Value === "string" ? Value : "";
}
