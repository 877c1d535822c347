import { isMap, isScalar, isSeq } from "yaml";

/** What stands in the file, for a sentence: `must be a list, not text`. */
export function nodeKind(node: unknown): string {
  if (isMap(node)) return "a map of keys";
  if (isSeq(node)) return "a list";
  const value = isScalar(node) ? node.value : null;
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "string") return "text";
  return typeof value === "boolean" ? "true or false" : "a number";
}
