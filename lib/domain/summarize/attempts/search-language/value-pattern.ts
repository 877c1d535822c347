import type { ValuePattern } from "../attempt-filter";

/** The value itself, where nothing is left open; null = it has gaps. */
export function literalOf(pattern: ValuePattern): string | null {
  return pattern.length === 1 ? (pattern[0] ?? "") : null;
}

/** Without gaps beside gaps: `a**b` is `a*b`. */
export function toPattern(parts: readonly string[]): ValuePattern {
  return parts.filter((part, i) => part !== "" || i === 0 || i === parts.length - 1);
}

/** How long it is, written without escapes. */
export function lengthOf(pattern: ValuePattern): number {
  return pattern.reduce((sum, part) => sum + part.length + 1, -1);
}

/** Whether a whole value is of the pattern: exactly where it has no gaps, else case plays no part. Linear but for retries of a part. */
export function matchesPattern(pattern: ValuePattern, value: string): boolean {
  const literal = literalOf(pattern);
  if (literal !== null) return literal === value;
  const [first = "", ...others] = pattern.map((part) => part.toLowerCase());
  const last = others.pop() ?? "";
  const text = value.toLowerCase();
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  return standsIn(others, text.slice(first.length, text.length - last.length));
}

/** Whether it stands anywhere in the text, case ignored. */
export function occursIn(pattern: ValuePattern, text: string): boolean {
  return standsIn(
    pattern.map((part) => part.toLowerCase()),
    text.toLowerCase(),
  );
}

/** Whether the parts stand in the text one behind the other: the leftmost place of each will do. */
function standsIn(parts: readonly string[], text: string): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
