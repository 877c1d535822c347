import type { TextPlace } from "../mappings/mapping-entry";
import { type Origins, originOf } from "./text-with-origins";

/** Where an index of a list's text stands. */
export type PlaceOf = (index: number) => TextPlace;

/** Places in a text, counted from 1. */
export function placesIn(text: string): PlaceOf {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (index) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return { line: low, column: index - (starts[low - 1] ?? 0) + 1 };
  };
}

/** Places of a scalar's value in the text that holds the scalar. */
export function placesWithin(outer: PlaceOf, origins: Origins, start: number): PlaceOf {
  return (index) => outer(originOf(origins, index, start));
}
