const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
]);
const BARE = /^[A-Za-z0-9\-._/@^+]*$/;
/** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII blank. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** One field value as logrus prints it: bare where it may, else Go `%q` (facts: authenticator §1.1). */
export function formatLogfmtValue(value: string): string {
  return BARE.test(value) ? value : quoteGo(value);
}

/** As Go prints a text with `%q`. */
export function quoteGo(value: string): string {
  let quoted = '"';
  for (const char of value) quoted += ESCAPES.get(char) ?? (PRINTABLE.test(char) ? char : escapeCode(char));
  return `${quoted}"`;
}

function escapeCode(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}
