import { nearestWord } from "../../../identity/nearest-word";
import { FACET_NAMES, type FilterKey, MORE_KEYS } from "../attempt-filter";

/** What may stand before a colon. `identity` narrows to one identity, `kind:value`. */
export const SEARCH_KEYS = [...FACET_NAMES, ...MORE_KEYS, "identity"] as const;
export type SearchKey = FilterKey | "identity";

/** What people write for a key. */
const ALIASES: ReadonlyMap<string, SearchKey> = new Map<string, SearchKey>([
  ["user", "username"],
  ["groups", "group"],
  ["kind", "class"],
  ["who", "origin"],
  ["person", "origin"],
  ["ip", "address"],
  ["accesskey", "key"],
]);

const KEYS: ReadonlyMap<string, SearchKey> = new Map([
  ...SEARCH_KEYS.map((key) => [key, key] as const),
  ...ALIASES,
]);

/** The key that a word stands for, case ignored; null = none. */
export function findSearchKey(word: string): SearchKey | null {
  return KEYS.get(word.toLowerCase()) ?? null;
}

/** The key that was probably meant. */
export function nearestKey(word: string): SearchKey | null {
  const near = nearestWord(word, [...KEYS.keys()]);
  return near === null ? null : (KEYS.get(near) ?? null);
}

/** What names of AWS and Kubernetes begin with: `arn:aws:…`, `system:masters`. They are no keys. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...["arn", "system", "eks", "aws-iam-authenticator", "kubernetes", "repo", "http", "https"],
]);

/** Whether a word before a colon is the beginning of a name, so that nobody meant a key. */
export function beginsName(word: string): boolean {
  return BEGINNINGS.has(word.toLowerCase()) || /^A(?:ROA|IDA|SIA|KIA)[A-Z0-9]{4,}$/.test(word);
}
