import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { TextPlace } from "../mappings/mapping-entry";
import type { GoMap, GoProblem, GoValue } from "./go-value";
import { resolveScalar } from "./resolve-scalar";

export type YamlReading =
  | { readonly ok: true; readonly value: GoValue }
  | { readonly ok: false; readonly problem: GoProblem };

/** Values that aliases may make of one text, and how deep they may stand in each other. */
const MOST_VALUES = 200_000;
const DEEPEST = 100;

/**
 * Reads the first document of a YAML text as Go's yaml.v2 does. Total; what aliases make of it is bounded. Its words for
 * what is wrong are this library's, not Go's.
 */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.1",
    uniqueKeys: false,
    merge: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (error !== undefined) return refused(error.message, placeAt(error.pos[0], lines));
  try {
    const walk = new Walk(lines, (alias) => alias.resolve(document));
    return { ok: true, value: walk.read(document.contents, 0) };
  } catch (cause) {
    if (cause instanceof Refusal) return refused(cause.message, cause.place);
    throw cause;
  }
}

class Refusal extends Error {
  readonly place: TextPlace | null;

  constructor(message: string, place: TextPlace | null) {
    super(message);
    this.place = place;
  }
}

class Walk {
  readonly #lines: LineCounter;
  readonly #resolve: (alias: Alias) => Node | undefined;
  #values = 0;

  constructor(lines: LineCounter, resolve: (alias: Alias) => Node | undefined) {
    this.#lines = lines;
    this.#resolve = resolve;
  }

  read(node: unknown, depth: number): GoValue {
    const place = this.#placeOf(node);
    if (++this.#values > MOST_VALUES) throw new Refusal("its aliases make too many values", place);
    if (depth > DEEPEST) throw new Refusal("values stand too deep in each other", place);
    if (isAlias(node)) return this.#readAlias(node, depth);
    if (isMap(node)) return this.#readMap(node, depth);
    if (isSeq(node)) {
      return { kind: "array", items: node.items.map((item) => this.read(item, depth + 1)), place };
    }
    return isScalar(node) ? { ...readScalar(node), place } : { kind: "null", text: "", place };
  }

  #readAlias(alias: Alias, depth: number): GoValue {
    const place = this.#placeOf(alias);
    const target = this.#resolve(alias);
    if (target === undefined) throw new Refusal(`unknown anchor '${alias.source}' referenced`, place);
    return { ...this.read(target, depth + 1), place };
  }

  #readMap(map: YAMLMap, depth: number): GoMap {
    const entries = new Map<string, GoValue>();
    for (const pair of map.items) {
      const value = this.read(pair.value, depth + 1);
      if (isMerge(pair)) this.#merge(entries, value);
      else entries.set(this.#keyOf(pair, depth), value);
    }
    return { kind: "object", entries, place: this.#placeOf(map) };
  }

  #keyOf({ key }: Pair, depth: number): string {
    const read = this.read(key, depth + 1);
    if (read.kind === "object" || read.kind === "array")
      throw new Refusal(
        "a key is itself a map or a list: a template at its beginning must be quoted",
        read.place,
      );
    return read.text;
  }

  #merge(entries: Map<string, GoValue>, value: GoValue): void {
    const maps = value.kind === "array" ? value.items.toReversed() : [value];
    for (const map of maps) {
      if (map.kind !== "object")
        throw new Refusal("map merge requires map or sequence of maps as the value", map.place);
      for (const [key, one] of map.entries) entries.set(key, one);
    }
  }

  #placeOf(node: unknown): TextPlace {
    const range = (node as Node | null | undefined)?.range;
    return placeAt(range?.[0] ?? 0, this.#lines);
  }
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.source === "<<";
}

function readScalar(scalar: Scalar): {
  readonly kind: GoValue["kind"] & ("string" | "number" | "bool" | "null");
  readonly text: string;
} {
  const { tag, type, source } = scalar;
  const text = source ?? String(scalar.value ?? "");
  if (tag === "tag:yaml.org,2002:str" || type !== "PLAIN") return { kind: "string", text };
  return { kind: resolveScalar(text), text };
}

function placeAt(offset: number, lines: LineCounter): TextPlace {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function refused(message: string, place: TextPlace | null): YamlReading {
  return { ok: false, problem: { message, place } };
}
