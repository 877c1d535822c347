import { ANY_TEXT, type TextCover } from "./cover-text";
import { fieldRole, isRawField, type Siblings } from "./field-role";
import { readRawRecord } from "./read-raw-record";

export interface JsonRules {
  readonly cover: TextCover;
  /** Raw records are left out, and that is said. */
  readonly withoutRaw: boolean;
}

/** Where a value stands. */
interface Place {
  readonly field: string;
  readonly beside: Siblings;
  readonly outer: string;
  /** Within what a directory tells. */
  readonly isListed: boolean;
  readonly depth: number;
}

const TOP: Place = { field: "", beside: {}, outer: "", isListed: false, depth: 0 };
/** Nothing of ours is so deep; what is deeper is left out. */
const DEEPEST = 100;
const LEFT_OUT = "The raw record is left out of what is shared.";

/** The same keys and types with every text covered. */
export function redactJson(value: unknown, rules: JsonRules): unknown {
  return redactAt(value, TOP, rules);
}

function redactAt(value: unknown, place: Place, rules: JsonRules): unknown {
  if (typeof value === "string") return redactText(value, place, rules);
  if (typeof value !== "object" || value === null) return value;
  if (place.depth > DEEPEST) return null;
  const deeper = { ...place, depth: place.depth + 1 };
  if (Array.isArray(value)) return value.map((one) => redactAt(one, deeper, rules));
  return redactObject(value as Siblings, deeper, rules);
}

function redactObject(value: Siblings, place: Place, rules: JsonRules): unknown {
  const isListed = place.isListed || isOfDirectory(value, place.field);
  const outer = place.field === "" || place.field === "values" ? place.outer : place.field;
  const keys = new Set<string>();
  const entries = Object.entries(value).map(([field, inner]) => {
    const at = { field, beside: value, outer, isListed, depth: place.depth };
    return [freeKey(redactKey(field, rules), keys), redactField(inner, at, rules)] as const;
  });
  return Object.fromEntries(entries);
}

function redactField(value: unknown, place: Place, rules: JsonRules): unknown {
  const { field, beside } = place;
  if (!rules.withoutRaw) return redactAt(value, place, rules);
  if (field === "note" && value === null && isRawField("text", beside)) return LEFT_OUT;
  if (field === "note" && value === null && Object.hasOwn(beside, "json")) return LEFT_OUT;
  const isRawObject = typeof value === "object" && value !== null && isRawField(field, beside);
  return isRawObject && field === "excerpt" ? null : redactAt(value, place, rules);
}

function redactText(value: string, place: Place, { cover, withoutRaw }: JsonRules): string {
  const role = fieldRole(place.field, value, place.beside, place.outer);
  if (role.way === "word") return value;
  if (role.way === "raw") {
    for (const [field, name] of readRawRecord(value))
      redactText(name, { ...TOP, field }, { cover, withoutRaw });
    return withoutRaw ? "" : cover.text(value, ANY_TEXT);
  }
  if (role.way === "text") return cover.text(value, ANY_TEXT);
  const { isListed } = place;
  const isWhole = role.way === "whole" || (isListed && LISTED.has(place.field));
  return isWhole
    ? cover.whole(value, { kind: role.kind, isListed })
    : cover.text(value, { kind: role.kind, isListed: isListed && LISTED.has(place.field) });
}

/** Of a directory's answer, what names the person; its ids are no names. */
const LISTED = new Set(["userName", "displayName", "email", "name", "fullName"]);
const DIRECTORIES = new Set(["directory-file", "identity-store"]);

function isOfDirectory(value: Siblings, field: string): boolean {
  if (field === "directory") return true;
  return [value.from, value.nameFrom].some((from) => typeof from === "string" && DIRECTORIES.has(from));
}

/** Fields are words; what is keyed by a name is not, or the name was met before. */
function redactKey(key: string, { cover }: JsonRules): string {
  return /^[A-Za-z]+$/.test(key) ? key : cover.text(key, ANY_TEXT);
}

/** Two keys may look the same once they are covered. */
function freeKey(key: string, taken: Set<string>): string {
  let free = key;
  for (let n = 2; taken.has(free); n++) free = `${key} (${n})`;
  taken.add(free);
  return free;
}
