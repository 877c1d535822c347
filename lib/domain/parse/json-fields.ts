/** A JSON object whose values are yet unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value when it is an object, else an empty one: reading on finds nothing. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  return asObject(parent[key]) ?? NOTHING;
}

const NOTHING: JsonObject = Object.freeze(Object.create(null) as JsonObject);

export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The text at `key`; null when absent, empty or no text. */
export function textAt(parent: JsonObject, key: string): string | null {
  const value = parent[key];
  return typeof value === "string" && value !== "" ? value : null;
}

/** A boolean, also where AWS writes it as "true" or "false". */
export function booleanAt(parent: JsonObject, key: string): boolean | null {
  const value = parent[key];
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : null;
}
