import type { GoValue } from "./go-value";
import { isInfinite } from "./resolve-scalar";
import { failPlainly } from "./yaml-problem";

/**
 * Refuses a value with a number that JSON cannot write, as Go does when it turns the value to JSON: one that another value
 * of the same key has replaced does no harm. What aliases share is looked at once.
 */
export function refuseInfinite(value: GoValue, seen = new Set<GoValue>()): void {
  if (value.kind === "number" && isInfinite(value.text))
    failPlainly(`json: unsupported value: ${goInfinite(value.text)}`, value.at);
  if ((value.kind !== "array" && value.kind !== "object") || seen.has(value)) return;
  seen.add(value);
  for (const part of value.kind === "array" ? value.items : value.members.values())
    refuseInfinite(part, seen);
}

/** As Go prints it. */
function goInfinite(text: string): string {
  if (text.endsWith("n") || text.endsWith("N")) return "NaN";
  return text.startsWith("-") ? "-Inf" : "+Inf";
}
