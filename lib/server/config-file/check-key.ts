import { isScalar, type Pair } from "yaml";
import { nearestWord } from "@/lib/domain/identity/nearest-word";
import { type Findings, placeOf, refuse } from "./findings";
import { isSecretKey, NO_SECRETS } from "./looks-secret";
import { quote } from "./quote";
import type { MapShape } from "./shape";

/** A key as it is written. */
export function keyText({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

/** Notes a key that the shape does not know: a secret, or a word that was meant otherwise. */
export function checkKey(findings: Findings, shape: MapShape, pair: Pair, path: string): void {
  const key = keyText(pair);
  if (Object.hasOwn(shape.keys, key)) return;
  const place = placeOf(findings, pair.key) ?? { line: 1, column: 1 };
  if (isSecretKey(key)) {
    refuse(findings, place, `${quote(key)} holds a secret, and this file must not.`, NO_SECRETS);
    return;
  }
  const near = nearestWord(key, Object.keys(shape.keys));
  const remedy =
    near === null ? `The keys here are ${Object.keys(shape.keys).join(", ")}.` : `Did you mean ${near}?`;
  const where = path === "" ? "" : ` in ${path}`;
  refuse(findings, place, `There is no key ${quote(key)}${where}.`, remedy);
}
