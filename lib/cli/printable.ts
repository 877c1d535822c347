/** Text from logs made safe for a terminal: control, format and unassigned characters become `\u{…}`. */
export function printable(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
