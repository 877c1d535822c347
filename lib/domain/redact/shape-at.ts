import { addressAt } from "./internet-address";
import type { ValueKind } from "./value-kind";

/** A value that is known by its shape, wherever it stands. */
export interface ShapeFound {
  readonly kind: ValueKind;
  readonly value: string;
  readonly end: number;
}

/** Each looks at so many characters at most that all of them together stay linear. Groups as in `KINDS`. */
const SHAPE = new RegExp(
  `(?:${[
    String.raw`(\d{12})`,
    "((?:AKIA|ASIA|ABIA|ACCA|akia|asia|abia|acca)[0-9A-Za-z]{8,124})",
    "((?:AROA|AIDA|AGPA|AIPA|ANPA|ANVA|APKA|ASCA|aroa|aida|agpa|aipa|anpa|anva|apka|asca)[0-9A-Za-z]{8,124})",
    String.raw`(m?i-[0-9a-f]{8,17}|ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})`,
    "((?:eni|vpc|vpce|subnet|sg|vol|eipalloc)-[0-9a-f]{8,17}|d-[0-9a-f]{10})",
    // The id in the address and the issuer of a cluster.
    "([0-9A-Z]{32})",
  ].join("|")})(?![0-9A-Za-z])`,
  "y",
);
const KINDS: readonly ValueKind[] = ["account", "key", "id", "node", "resource", "cluster"];

/** What begins at `at`, where a word begins; null = nothing that is known. */
export function shapeAt(text: string, at: number): ShapeFound | null {
  const address = addressAt(text, at);
  if (address !== null) return { kind: "address", ...address };
  SHAPE.lastIndex = at;
  const [value, ...groups] = SHAPE.exec(text) ?? [];
  const kind = KINDS[groups.findIndex((group) => group !== undefined)];
  return value === undefined || kind === undefined ? null : { kind, value, end: at + value.length };
}
