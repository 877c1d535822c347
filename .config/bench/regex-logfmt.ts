const PAIR = /([^\s=]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g;

/** Logfmt as one writes it in five minutes: what a scanner has to beat. */
export function parseByRegex(line: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, key = "", quoted, bare = ""] of line.matchAll(PAIR)) {
    fields.set(key, quoted === undefined ? bare : withoutEscapes(quoted));
  }
  return fields;
}

function withoutEscapes(quoted: string): string {
  return quoted.includes("\\") ? quoted.replaceAll(/\\(.)/g, "$1") : quoted;
}
