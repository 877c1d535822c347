import { LineCounter, parseDocument } from "yaml";
import type { GoProblem, GoValue } from "./go-value";
import { placeAt, Refusal, Walk } from "./walk-yaml";

export type YamlReading =
  | { readonly ok: true; readonly value: GoValue }
  | { readonly ok: false; readonly problem: GoProblem };

/** What could be made of a text, and what is wrong with it; either may be null. */
export interface YamlAnyway {
  readonly value: GoValue | null;
  readonly problem: GoProblem | null;
}

/**
 * Reads the first document of a YAML text as Go's yaml.v2 does. Total; what aliases make of it is bounded. Its words for
 * what is wrong are this library's, not Go's.
 */
export function readYaml(text: string): YamlReading {
  const { value, problem } = readYamlAnyway(text);
  if (problem !== null) return { ok: false, problem };
  return { ok: true, value: value ?? { kind: "null", text: "", place: { line: 1, column: 1 } } };
}

/** The same for a person: what stands beside the mistake is read as well. */
export function readYamlAnyway(text: string): YamlAnyway {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.1",
    uniqueKeys: false,
    merge: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const problem = problemOf(text, document.errors, lines);
  try {
    const walk = new Walk(lines, (alias) => alias.resolve(document));
    return { value: walk.read(document.contents, 0), problem };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { value: null, problem: problem ?? { message: cause.message, place: cause.place } };
  }
}

/** YAML has none of these; this library lets them pass. */
const CONTROL = /[^\P{Cc}\t\n\r\u0085]/u;

function problemOf(
  text: string,
  errors: ReturnType<typeof parseDocument>["errors"],
  lines: LineCounter,
): GoProblem | null {
  const error = errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (error !== undefined) return { message: error.message, place: placeAt(error.pos[0], lines) };
  const control = text.search(CONTROL);
  if (control < 0) return null;
  return { message: "control characters are not allowed", place: placeAt(control, lines) };
}
