import type { TextPlace } from "../mappings/mapping-entry";
import type { GoScalar } from "./go-value";

/** Where in the whole text something stands that has a place within one of its values. */
export type ToOuterPlace = (inner: TextPlace) => TextPlace;

/**
 * For a value behind `|` its lines are those below it, moved by their indentation; in a quoted value nothing better than its
 * own beginning is known. `outer`: the lines of the whole text.
 */
export function placesIn({ text, place, isBlock }: GoScalar, outer: readonly string[]): ToOuterPlace {
  if (isBlock !== true) return () => place;
  const lines = text.split("\n");
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ""),
  );
  const moved = indentOf(outer[place.line + first] ?? "") - indentOf(lines[first] ?? "");
  return ({ line, column }) => ({ line: place.line + line, column: column + Math.max(0, moved) });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
