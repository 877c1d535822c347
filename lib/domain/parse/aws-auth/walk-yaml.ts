import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { TextPlace } from "../mappings/mapping-entry";
import type { GoMap, GoScalar, GoValue } from "./go-value";
import { resolveScalar } from "./resolve-scalar";

/** Values that aliases may make of one text, and how deep they may stand in each other. */
const MOST_VALUES = 200_000;
const DEEPEST = 100;

/** What Go's library refuses, or what nobody should have to wait for. */
export class Refusal extends Error {
  readonly place: TextPlace | null;

  constructor(message: string, place: TextPlace | null) {
    super(message);
    this.place = place;
  }
}

/** Goes through a document, and gives what Go would make of it. Throws a Refusal. */
export class Walk {
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

function readScalar({ tag, type, source, value }: Scalar): Omit<GoScalar, "place"> {
  const text = source ?? String(value ?? "");
  if (type === "BLOCK_LITERAL") return { kind: "string", text, isBlock: true };
  if (tag === "tag:yaml.org,2002:str" || type !== "PLAIN") return { kind: "string", text };
  return { kind: resolveScalar(text), text };
}

/** Of an offset in the text. */
export function placeAt(offset: number, lines: LineCounter): TextPlace {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
