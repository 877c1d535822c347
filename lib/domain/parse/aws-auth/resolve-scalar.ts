import type { GoScalar } from "./go-value";

/** What YAML 1.1 takes for other than text, as Go's library does; `y` and `n` too. */
const WORDS: ReadonlyMap<string, GoScalar["kind"]> = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, "null"] as const),
  ...["y", "yes", "true", "on", "n", "no", "false", "off"].flatMap((word) =>
    [word, capital(word), word.toUpperCase()].map((one) => [one, "bool"] as const),
  ),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, "number"] as const),
  ...["", "+", "-"].flatMap((sign) =>
    [".inf", ".Inf", ".INF"].map((word) => [`${sign}${word}`, "number"] as const),
  ),
]);

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|[0-9]+)$/;
const NUMBERS_BEGIN = /^[-+.0-9]/;
/** No number is longer; nobody needs to look at more. */
const LONGEST_NUMBER = 400;

/** What a plain scalar is (YAML 1.1 as gopkg.in/yaml.v2 reads it, on which sigs.k8s.io/yaml stands). */
export function resolveScalar(text: string): GoScalar["kind"] {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (text.length > LONGEST_NUMBER || !NUMBERS_BEGIN.test(text)) return "string";
  const plain = text.replaceAll("_", "");
  return INTEGER.test(plain) || FLOAT.test(plain) ? "number" : "string";
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
