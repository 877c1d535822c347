import { isAlias, isMap, isSeq } from "yaml";
import { checkKey, keyText } from "./check-key";
import { checkNumber, checkText } from "./check-scalar";
import { type Findings, placeOf, refuse } from "./findings";
import type { Position } from "./mistake";
import { nodeKind } from "./node-kind";
import type { ListShape, MapShape, Shape, TextShape } from "./shape";

/** A value of the file, beside what it should be. */
interface Found {
  readonly node: unknown;
  readonly path: string;
  /** Where to point: the value, or what it is missing in. */
  readonly place: Position;
}

/** Compares a value with its shape, notes every mistake, and gives what could be read of it. */
export function checkShape(findings: Findings, shape: Shape, found: Found): unknown {
  const place = placeOf(findings, found.node) ?? found.place;
  const node = isAlias(found.node) ? found.node.resolve(findings.document) : found.node;
  const resolved = { node, path: found.path, place };
  findings.places.set(found.path, place);
  if (shape.kind === "map") return checkMap(findings, shape, resolved);
  if (shape.kind === "list") return checkList(findings, shape, resolved);
  if (shape.kind === "text") return checkText(findings, shape, resolved);
  return checkNumber(findings, shape, resolved);
}

function checkMap(findings: Findings, shape: MapShape, { node, path, place }: Found): unknown {
  if (!isMap(node)) {
    const [key = ""] = Object.keys(shape.keys);
    const remedy = `Write ${key}: and its value there; the keys are ${Object.keys(shape.keys).join(", ")}.`;
    refuse(findings, place, `${titleOf(path)} must be keys with values, not ${nodeKind(node)}.`, remedy);
  }
  const pairs = isMap(node) ? node.items : [];
  for (const pair of pairs) checkKey(findings, shape, pair, path);
  const entries = Object.entries(shape.keys).map(([key, of]) => {
    const pair = pairs.find((one) => keyText(one) === key);
    const at = placeOf(findings, pair?.key) ?? place;
    if (pair !== undefined)
      return [key, checkShape(findings, of, { node: pair.value, path: joinPath(path, key), place: at })];
    if (isMap(node) && of.kind === "text" && of.required) missing(findings, place, { path, key, of });
    return [key, absent(of)];
  });
  return Object.fromEntries(entries);
}

function checkList(findings: Findings, { of }: ListShape, { node, path, place }: Found): unknown {
  if (isSeq(node))
    return node.items.map((item, i) =>
      checkShape(findings, of, { node: item, path: `${path}[${i}]`, place }),
    );
  const remedy =
    of.kind === "text" ? `Write [${of.example}].` : "Begin each item on a line of its own with -";
  refuse(findings, place, `${titleOf(path)} must be a list, not ${nodeKind(node)}.`, remedy);
  return [];
}

function missing(
  findings: Findings,
  place: Position,
  { path, key, of }: { path: string; key: string; of: TextShape },
): void {
  const example = /^\d+$/.test(of.example) ? JSON.stringify(of.example) : of.example;
  refuse(findings, place, `${titleOf(path)} has no ${key}.`, `Add ${key}: ${example}`);
}

function absent(shape: Shape): unknown {
  if (shape.kind === "list") return [];
  return shape.kind === "number" ? shape.default : null;
}

function titleOf(path: string): string {
  return path === "" ? "The file" : path;
}

function joinPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
