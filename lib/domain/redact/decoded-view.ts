/** A text as it reads without escapes, with the place of each letter in the text as it stands. */
export interface DecodedView {
  readonly text: string;
  /** Where the letter `at` begins in the source; of the length, the source's length. */
  readonly sourceOf: (at: number) => number;
}

const PERCENT = 37;
const BACKSLASH = 92;

/**
 * Takes out percent signs, also those that were escaped again, and JSON's `\u0040`, of ASCII characters only: a name is
 * then found however a link or a record within a record spells it. Linear.
 */
export function decodedView(source: string): DecodedView {
  if (!source.includes("%") && !source.includes("\\")) return { text: source, sourceOf: (at) => at };
  const letters: string[] = [];
  const places: number[] = [];
  let at = 0;
  while (at < source.length) {
    const found = escapeAt(source, at);
    letters.push(found?.letter ?? source.charAt(at));
    places.push(at);
    at = found?.end ?? at + 1;
  }
  places.push(source.length);
  return { text: letters.join(""), sourceOf: (place) => places[place] ?? source.length };
}

interface Escape {
  readonly letter: string;
  readonly end: number;
}

function escapeAt(source: string, at: number): Escape | null {
  const code = source.charCodeAt(at);
  if (code === PERCENT) return percentAt(source, at);
  if (code !== BACKSLASH) return null;
  if (source.startsWith("\\/", at)) return { letter: "/", end: at + 2 };
  return source.startsWith("\\u00", at) ? letterOf(source, at + 4) : null;
}

/** `%40`, `%2540`, `%252540` … are all one `@`. */
function percentAt(source: string, at: number): Escape | null {
  let digits = at + 1;
  while (source.startsWith("25", digits) && letterOf(source, digits + 2) !== null) digits += 2;
  return letterOf(source, digits);
}

function letterOf(source: string, at: number): Escape | null {
  const digits = source.slice(at, at + 2);
  if (!/^[0-7][0-9a-fA-F]$/.test(digits)) return null;
  return { letter: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 2 };
}
