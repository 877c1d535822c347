import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from "yaml";
import type { GoScalar, GoValue } from "../yaml/go-value";

/** Who writes by hand writes less. */
const LONGEST = 20_000;
const MOST_VALUES = 10_000;

/**
 * What stands beside a mistake in a text that Go's library refuses, read for a person by a reader that goes on; null = nothing
 * can be made of it, or it is too long to try. Plain scalars count as text, and aliases as nothing.
 */
export function readAnyway(text: string): GoValue | null {
  if (text.length > LONGEST) return null;
  try {
    const { contents } = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
    return contents === null ? null : toValue(contents, { left: MOST_VALUES });
  } catch {
    // What stands too deep in itself ends the reader's own recursion.
    return null;
  }
}

function toValue(node: unknown, budget: { left: number }): GoValue {
  const at = (node as Node | null)?.range?.[0] ?? 0;
  if (--budget.left < 0) return { ...NOTHING, at };
  if (isSeq(node)) return { kind: "array", at, items: node.items.map((item) => toValue(item, budget)) };
  if (isMap(node)) {
    const members = node.items.map(({ key, value }) => [keyOf(key), toValue(value, budget)] as const);
    return { kind: "object", at, members: new Map(members) };
  }
  return isScalar(node) ? { ...toScalar(node), at } : { ...NOTHING, at };
}

const NOTHING: Omit<GoScalar, "at"> = { kind: "null", text: "", origins: [] };

function toScalar({ source, value }: Scalar): Omit<GoScalar, "at"> {
  const text = source ?? String(value ?? "");
  return text === "" ? NOTHING : { kind: "string", text, origins: [] };
}

function keyOf(key: unknown): string {
  return isScalar(key) ? toScalar(key).text : "";
}
