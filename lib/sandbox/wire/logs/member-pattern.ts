/** Whether a line's JSON fits. */
type Fits = (record: unknown) => boolean;

/** A token's kind is its first character; `member` and `value` are whole. */
const TOKEN = /\s*(\(|\)|&&|\|\||!=|=|NOT EXISTS\b|\$(?:\.\w+|\[\d+\])+|"[^"]*"|\d+)/y;

/**
 * `{ ($.a.b[0] = "x*") && (($.c != "y") || ($.d = 403) || ($.e NOT EXISTS)) }`: conditions of members, joined by `&&` or
 * `||`; a mixture wants parentheses. A value that ends with `*` stands for all that begin with the rest. Throws an Error
 * that says what is not read.
 */
export function readMemberPattern(pattern: string): Fits {
  const tokens = tokensOf(pattern.trim().slice(1, -1));
  const reader = { tokens, at: 0 };
  const fits = readJoined(reader);
  if (reader.at < tokens.length) throw new Error(`unexpected ${tokens[reader.at]}`);
  return fits;
}

interface TokenReader {
  readonly tokens: readonly string[];
  at: number;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`the sandbox does not read ${text.slice(at).trim()}`);
    tokens.push(found[1] ?? "");
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function readJoined(reader: TokenReader): Fits {
  const parts = [readPart(reader)];
  const joint = reader.tokens[reader.at];
  while (reader.tokens[reader.at] === "&&" || reader.tokens[reader.at] === "||") {
    if (reader.tokens[reader.at] !== joint) throw new Error("&& and || side by side want parentheses");
    reader.at++;
    parts.push(readPart(reader));
  }
  return joint === "||"
    ? (record) => parts.some((fits) => fits(record))
    : (record) => parts.every((fits) => fits(record));
}

function readPart(reader: TokenReader): Fits {
  if (reader.tokens[reader.at] !== "(") return readCondition(reader);
  reader.at++;
  const fits = readJoined(reader);
  if (reader.tokens[reader.at] !== ")") throw new Error("a parenthesis is not closed");
  reader.at++;
  return fits;
}

/** A member that is absent, or no text and no number, fits neither `=` nor `!=`. */
function readCondition(reader: TokenReader): Fits {
  const [path = "", relation = "", value = ""] = reader.tokens.slice(reader.at, reader.at + 3);
  if (!path.startsWith("$")) throw new Error(`a member was expected, not ${path}`);
  const find = finderOf(path);
  if (relation === "NOT EXISTS") {
    reader.at += 2;
    return (record) => find(record) === undefined;
  }
  if (relation !== "=" && relation !== "!=") throw new Error(`a relation was expected, not ${relation}`);
  if (!/^["\d]/.test(value)) throw new Error(`a value was expected, not ${value}`);
  reader.at += 3;
  const equals = equalTo(value);
  return (record) => {
    const found = find(record);
    const isScalar = typeof found === "string" || typeof found === "number";
    return isScalar && equals(found) === (relation === "=");
  };
}

function finderOf(path: string): (record: unknown) => unknown {
  const names = path.slice(1).match(/\w+/g) ?? [];
  return (record) =>
    names.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], record);
}

function equalTo(token: string): (found: string | number) => boolean {
  if (!token.startsWith('"')) return (found) => found === Number(token);
  const text = token.slice(1, -1);
  if (!text.endsWith("*")) return (found) => found === text;
  return (found) => typeof found === "string" && found.startsWith(text.slice(0, -1));
}
