import type { FieldCorrection, KeyCorrection } from "./correction";
import { contentOf, hasOneMore, indexOfPlace, placesOf, putAt, type Reading, readingOf } from "./reading";

/** The text with a list under its own key, after which it counts. */
export function renameList(text: string, { written, list }: KeyCorrection): string | null {
  const before = readingOf(text);
  for (const at of keysIn(text, written, 0)) {
    const after = putAt(text, at, written.length, list);
    if (hasMore(before, readingOf(after))) return after;
  }
  return null;
}

/** The text with an entry's ARN under the key that its list asks for, after which it is kept. */
export function renameField(text: string, { entry, written }: FieldCorrection): string | null {
  if (entry.place === null) return null;
  const before = readingOf(text);
  const key = entry.list === "mapRoles" ? "rolearn" : "userarn";
  for (const at of keysIn(text, written, indexOfPlace(text, entry.place))) {
    const after = putAt(text, at, written.length, key);
    if (hasOneMore(before, readingOf(after), contentOf(entry))) return after;
  }
  return null;
}

/** Where a word is a key, and no part of a longer word. */
function keysIn(text: string, word: string, from: number): number[] {
  return placesOf(text, word, from).filter((at) => {
    const [before, after] = [text.charAt(at - 1), text.slice(at + word.length, at + word.length + 3)];
    return !/[\w-]/.test(before) && /^["']?\s?:/.test(after);
  });
}

/** All that was there, more of it, and nothing wrong that was not before. */
function hasMore(before: Reading, after: Reading): boolean {
  const has = new Set(after.entries.map(contentOf));
  const isMore =
    after.entries.length > before.entries.length || after.accounts.length > before.accounts.length;
  return (
    isMore &&
    before.entries.every((entry) => has.has(contentOf(entry))) &&
    before.accounts.every((account) => after.accounts.includes(account)) &&
    after.problems < before.problems
  );
}
