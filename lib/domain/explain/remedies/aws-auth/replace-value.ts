import type { ValueCorrection } from "./correction";
import { contentOf, indexOfPlace, placesOf, putAt, type Reading, readingOf, same } from "./reading";

/** The text with one value of an entry changed, and every other entry as it was. */
export function replaceValue(text: string, { entry, field, value }: ValueCorrection): string | null {
  if (entry.place === null) return null;
  const before = readingOf(text);
  const at = before.entries.findIndex(
    ({ place, arn }) =>
      place?.line === entry.place?.line && place?.column === entry.place?.column && arn === entry.arn,
  );
  const own = before.entries[at];
  if (own === undefined) return null;
  const expected = before.entries.map(contentOf).with(at, contentOf({ ...own, [field]: value }));
  const start = indexOfPlace(text, entry.place);
  for (const found of placesOf(text, own[field], start)) {
    const after = putAt(text, found, own[field].length, value);
    if (isAsExpected(before, readingOf(after), expected)) return after;
  }
  return null;
}

function isAsExpected(before: Reading, after: Reading, expected: readonly string[]): boolean {
  return (
    same(after.entries.map(contentOf), expected) &&
    same(after.accounts, before.accounts) &&
    after.problems <= before.problems
  );
}
