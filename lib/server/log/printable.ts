/** Text from logs made safe for a terminal: control, format and unassigned characters become `\u{…}`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A line of JSON in which no character can steer a terminal: it means the same, written with escapes. */
export function printableJson(line: string): string {
  return PLAIN.test(line)
    ? line
    : line.replace(UNSAFE, (char) =>
        Array.from({ length: char.length }, (_, i) => `\\u${hex4(char.charCodeAt(i))}`).join(""),
      );
}

/** Most lines are: nothing to look at one by one. */
const PLAIN = /^[ -~]*$/;
const UNSAFE = /[\p{C}\u2028\u2029]/gu;

function hex4(unit: number): string {
  return unit.toString(16).padStart(4, "0");
}
