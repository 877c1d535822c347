import type { Place } from "./place";

/** A list of texts, empty where it is absent; null where it is something else. */
export function readTexts(json: unknown, place: Place): readonly string[] | null {
  if (json === undefined || json === null) return NONE;
  const isTexts = Array.isArray(json) && json.every((one) => typeof one === "string");
  return isTexts ? json : place.reject("is no list of texts.");
}

const NONE: readonly string[] = Object.freeze([]);
