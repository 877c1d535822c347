import { addressAt } from "./internet-address";
import type { ValueKind } from "./value-kind";

/** A value that is known by its shape, wherever it stands. */
export interface ShapeFound {
  readonly kind: ValueKind;
  readonly value: string;
  readonly end: number;
}

/** Each looks at so many characters at most that all of them together stay linear. */
const SHAPES: readonly (readonly [ValueKind, RegExp])[] = [
  ["account", /\d{12}(?![0-9A-Za-z])/y],
  ["key", /(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{8,124}(?![0-9A-Za-z])/iy],
  ["id", /(?:AROA|AIDA|AGPA|AIPA|ANPA|ANVA|APKA|ASCA)[0-9A-Z]{8,124}(?![0-9A-Za-z])/iy],
  ["node", /m?i-[0-9a-f]{8,17}(?![0-9A-Za-z])/y],
  ["node", /ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}(?![0-9A-Za-z])/y],
  ["resource", /(?:eni|vpc|vpce|subnet|sg|vol|eipalloc)-[0-9a-f]{8,17}(?![0-9A-Za-z])/y],
  ["resource", /d-[0-9a-f]{10}(?![0-9A-Za-z])/y],
  /** The id in the address and the issuer of a cluster. */
  ["cluster", /[0-9A-Z]{32}(?![0-9A-Za-z])/y],
];

/** What begins at `at`, where a word begins; null = nothing that is known. */
export function shapeAt(text: string, at: number): ShapeFound | null {
  const address = addressAt(text, at);
  if (address !== null) return { kind: "address", ...address };
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = at;
    const value = shape.exec(text)?.[0];
    if (value !== undefined) return { kind, value, end: at + value.length };
  }
  return null;
}
