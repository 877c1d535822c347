import { arnLike, quoteArnPattern } from "@/lib/domain/identity/arn-like";
import { canonicalizeArn } from "@/lib/domain/identity/canonicalize-arn";
import { stripPath } from "@/lib/domain/identity/strip-path";
import { type Row, type RowCheck, rowsOf, text } from "./row-check";

/** Rows `{input, expected, principalType, error}`. */
export function canonicalizeTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const input = text(row, "input");
    const read = canonicalizeArn(input);
    const actual = read.ok
      ? { expected: read.canonical, principalType: read.principalType, error: null }
      : { expected: null, principalType: "NONE", error: read.error };
    const { principalType } = row;
    return { input, pairs: [{ expected: { ...resultOf(row), principalType }, actual }] };
  });
}

/** Rows `{input, expected, error}`. */
export function stripPathTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const input = text(row, "input");
    const read = stripPath(input);
    const actual = read.ok ? { expected: read.arn, error: null } : { expected: null, error: read.error };
    return { input, pairs: [{ expected: resultOf(row), actual }] };
  });
}

function resultOf(row: Row) {
  return { expected: row.expected || null, error: row.error ?? null };
}

/** `{arnLike: [{arn, pattern, match, error}], quoteMeta: [{input, expected}]}`. */
export function arnLikeTable(content: unknown): RowCheck[] {
  return [...rowsOf(content, "arnLike").map(likeCheck), ...rowsOf(content, "quoteMeta").map(quoteCheck)];
}

/** Upstream compares errors without regard to case: their first letter changed between versions. */
function likeCheck(row: Row): RowCheck {
  const read = arnLike(text(row, "arn"), text(row, "pattern"));
  const expected = { match: row.match ?? false, error: text(row, "error").toLowerCase() };
  const actual = { match: read.ok && read.match, error: read.ok ? "" : read.error.toLowerCase() };
  return { input: [row.arn, row.pattern], pairs: [{ expected, actual }] };
}

function quoteCheck(row: Row): RowCheck {
  return {
    input: row.input,
    pairs: [{ expected: row.expected, actual: quoteArnPattern(text(row, "input")) }],
  };
}
