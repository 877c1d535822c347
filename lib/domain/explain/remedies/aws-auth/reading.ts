import { readConfigMap } from "../../../parse/aws-auth/read-config-map";
import type { MappingEntry, TextPlace } from "../../../parse/mappings/mapping-entry";

/** What the authenticator makes of a text, to be compared before and after a change. */
export interface Reading {
  readonly entries: readonly MappingEntry[];
  readonly accounts: readonly string[];
  /** All that is wrong in it or around it. */
  readonly problems: number;
}

export function readingOf(text: string): Reading {
  const { awsAuth, problems } = readConfigMap(text);
  return { ...awsAuth, problems: problems.length + awsAuth.problems.length };
}

/** An entry but for its place, which lines that are put in shift. */
export function contentOf({ list, arn, sso, username, groups }: MappingEntry): string {
  return JSON.stringify([list, arn, sso, username, groups]);
}

/** Whether a text has all entries and accounts of another, in their order, and one entry more. */
export function hasOneMore(before: Reading, after: Reading, more: string): boolean {
  const [had, has] = [before.entries.map(contentOf), after.entries.map(contentOf)];
  const at = has.findIndex((content, i) => content !== had[i]);
  return (
    has[at] === more &&
    same(had, has.toSpliced(at, 1)) &&
    same(before.accounts, after.accounts) &&
    after.problems <= before.problems
  );
}

export function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

/** Where a place of a text is, in UTF-16 units. */
export function indexOfPlace(text: string, { line, column }: TextPlace): number {
  let at = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return Math.min(text.length, at + column - 1);
}

/** Where a piece stands in a text from an index on, its first few places. */
export function placesOf(text: string, piece: string, from: number): number[] {
  const found: number[] = [];
  if (piece === "") return found;
  for (let at = text.indexOf(piece, from); at >= 0 && found.length < MOST_TRIES; ) {
    found.push(at);
    at = text.indexOf(piece, at + piece.length);
  }
  return found;
}

/** Each place is tried by reading the whole text. */
const MOST_TRIES = 4;

export function putAt(text: string, at: number, length: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + length);
}
