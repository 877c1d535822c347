import type { Mark } from "./mark";
import type { Origins, TextWithOrigins } from "./text-with-origins";

export type TokenKind =
  | "stream end"
  | "version"
  | "tag directive"
  | "document start"
  | "document end"
  | "block sequence"
  | "block mapping"
  | "block end"
  | "block entry"
  | "flow sequence"
  | "flow sequence end"
  | "flow mapping"
  | "flow mapping end"
  | "flow entry"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

/** Where it starts, and what it is. */
export interface Token extends Mark {
  readonly kind: TokenKind;
  /** A scalar's value; the name of an alias or anchor; a tag's suffix; the prefix of a tag directive; a version. */
  readonly text: string;
  /** Of a tag and a tag directive. */
  readonly handle: string;
  /** A scalar without quotes and no block. */
  readonly isPlain: boolean;
  /** Of a scalar. */
  readonly origins: Origins;
}

const NO_ORIGINS: Origins = [];

export function token(kind: TokenKind, { at, line, column }: Mark, text = "", handle = ""): Token {
  return { kind, at, line, column, text, handle, isPlain: false, origins: NO_ORIGINS };
}

/** A scalar and the pieces of its value. */
export function scalarToken({ at, line, column }: Mark, text: TextWithOrigins, isPlain = false): Token {
  const { value, origins } = text;
  return { kind: "scalar", at, line, column, text: value, handle: "", isPlain, origins };
}
