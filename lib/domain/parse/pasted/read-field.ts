import { splitGroups } from "../groups";
import type { Meaning, MeaningKind } from "./meaning";
import { readValue } from "./read-value";
import type { Reading } from "./reading";
import { trimPasted } from "./trim-pasted";

/** Names of fields in lines, records and mappings, in lower case, and what their values are. null = as its shape says. */
const FIELDS: ReadonlyMap<string, MeaningKind | null> = new Map<string, MeaningKind | null>([
  ["username", "username"],
  ["user", null],
  ["user.username", "username"],
  ["group", "group"],
  ["groups", "group"],
  ["uid", "uid"],
  ["session", "person"],
  ["sessionname", "person"],
  ["rolesessionname", "person"],
  ["arn", null],
  ["rolearn", null],
  ["userarn", null],
  ["canonicalarn", null],
  ["principalarn", null],
  ["userid", null],
  ["principalid", null],
  ["accesskeyid", "key"],
  ["aws_access_key_id", "key"],
  ["accountid", "account"],
  ["account", "account"],
  ["eventid", null],
  ["instance", "instance"],
  ["instanceid", "instance"],
  ["role", null],
]);
const LONGEST_NAME = 24;

/**
 * `username=x`, `"accessKeyId": "ASIA…",`, `groups="[a b]"`: one field out of a line or record. A colon
 * counts where a blank or quote follows: ARNs and usernames have colons too.
 * null = none of those known.
 */
export function readField(text: string): Reading | null {
  const cut = text.slice(0, LONGEST_NAME + 4).search(/=|:[\s"']/);
  if (cut <= 0) return null;
  const kind = FIELDS.get(trimPasted(text.slice(0, cut)).toLowerCase());
  const value = trimPasted(text.slice(cut + 1));
  if (kind === undefined || value === "") return null;
  if (kind === null) return readValue(value);
  const values = kind === "group" ? splitGroups(value) : [value];
  const named = values.map((one): Meaning => ({ kind, value: one }));
  return { as: kind, tiers: [named, ...readValue(value).tiers] };
}
