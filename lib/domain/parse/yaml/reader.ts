import type { Scanner } from "./scanner";
import { dropToken, peekToken } from "./take-token";
import type { Token, TokenKind } from "./token";
import type { YamlNode } from "./yaml-node";

/** A document while it is read. */
export interface Reader {
  readonly scan: Scanner;
  /** What stands for a tag's handle. */
  readonly prefixes: Map<string, string>;
  readonly anchors: Map<string, YamlNode>;
  depth: number;
}

/** What may stand where a node is read. */
export interface Allowed {
  readonly block: boolean;
  /** A sequence whose dashes stand in the column of the mapping's keys. */
  readonly indentless: boolean;
}

export const FLOW: Allowed = { block: false, indentless: false };
export const BLOCK: Allowed = { block: true, indentless: false };
export const IN_MAPPING: Allowed = { block: true, indentless: true };

export function next(reader: Reader): Token {
  return peekToken(reader.scan);
}

/** Passes the token if it is of the kind. */
export function passes(reader: Reader, kind: TokenKind): boolean {
  if (next(reader).kind !== kind) return false;
  dropToken(reader.scan);
  return true;
}
