/** A JSON object whose values are yet unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value when it is an object, else an empty one: reading on finds nothing. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : NOTHING;
}

const NOTHING: JsonObject = {};

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text; null when absent, empty or no text. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A boolean, also where AWS writes it as "true" or "false". */
export function booleanOf(value: unknown): boolean | null {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : null;
}
