import { scalarEnd } from "./json-scalars";

export interface JsonError {
  /** In UTF-16 units from the start of the text. */
  readonly position: number;
  readonly message: string;
}

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or ]" | ", or }" | "end";

interface Walk {
  readonly text: string;
  /** The brackets that are open, outermost first. */
  readonly open: ("[" | "{")[];
  at: number;
  expected: Expected;
}

/** Deeper than any record; JSON.parse itself has no limit. */
const DEEPEST = 1_000;

/**
 * Where a text stops being JSON and what should stand there; null when all of it is JSON. JSON.parse does not tell the
 * place in all versions of Node. One walk, no recursion.
 */
export function findJsonError(text: string): JsonError | null {
  const walk: Walk = { text, open: [], at: 0, expected: "value" };
  for (;;) {
    walk.at = skipJsonBlanks(text, walk.at);
    if (walk.at >= text.length) return walk.expected === "end" ? null : atEnd(walk);
    if (!step(walk, text.charAt(walk.at))) return wrongHere(walk);
    if (walk.open.length > DEEPEST) return { position: walk.at, message: "nested too deeply" };
  }
}

/** Takes one token; false when it is not what was expected. */
function step(walk: Walk, char: string): boolean {
  const { expected } = walk;
  if (expected === "end") return false;
  if (expected === ":") return char === ":" && move(walk, "value");
  if (expected === ", or ]") return char === "," ? move(walk, "value") : char === "]" && close(walk);
  if (expected === ", or }") return char === "," ? move(walk, "key") : char === "}" && close(walk);
  if (expected === "key" || expected === "key or }") return takeKey(walk, char);
  if (expected === "value or ]" && char === "]") return close(walk);
  if (char === "[" || char === "{") return open(walk, char);
  return takeScalar(walk, afterValue(walk));
}

function takeKey(walk: Walk, char: string): boolean {
  if (char === "}") return walk.expected === "key or }" && close(walk);
  return char === '"' && takeScalar(walk, ":");
}

function takeScalar(walk: Walk, next: Expected): boolean {
  const end = scalarEnd(walk.text, walk.at);
  walk.at = end < 0 ? ~end : end;
  walk.expected = end < 0 ? walk.expected : next;
  return end >= 0;
}

function open(walk: Walk, bracket: "[" | "{"): boolean {
  walk.open.push(bracket);
  return move(walk, bracket === "[" ? "value or ]" : "key or }");
}

function close(walk: Walk): boolean {
  walk.open.pop();
  return move(walk, afterValue(walk));
}

function move(walk: Walk, next: Expected): boolean {
  walk.at++;
  walk.expected = next;
  return true;
}

function afterValue(walk: Walk): Expected {
  const bracket = walk.open.at(-1);
  if (bracket === undefined) return "end";
  return bracket === "[" ? ", or ]" : ", or }";
}

function atEnd(walk: Walk): JsonError {
  return {
    position: walk.text.length,
    message: `no valid JSON: it ends where ${walk.expected} should stand`,
  };
}

function wrongHere(walk: Walk): JsonError {
  if (walk.at >= walk.text.length)
    return { position: walk.text.length, message: "no valid JSON: it ends within a value" };
  return { position: walk.at, message: `no valid JSON: expected ${walk.expected}` };
}

function skipJsonBlanks(text: string, from: number): number {
  let at = from;
  while (isJsonBlank(text.charCodeAt(at))) at++;
  return at;
}

function isJsonBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
