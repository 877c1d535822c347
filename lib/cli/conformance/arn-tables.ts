import { arnLike, quoteArnPattern } from "@/lib/domain/identity/arn-like";
import { canonicalizeArn } from "@/lib/domain/identity/canonicalize-arn";
import { stripPath } from "@/lib/domain/identity/strip-path";
import { type RowCheck, rowsOf, text } from "./row-check";

/** Rows `{input, expected, principalType, error}`. */
export function canonicalizeTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const input = text(row, "input");
    const read = canonicalizeArn(input);
    const actual = read.ok
      ? { expected: read.canonical, principalType: read.principalType, error: null }
      : { expected: null, principalType: "NONE", error: read.error };
    return {
      input,
      expected: { expected: row.expected, principalType: row.principalType, error: row.error },
      actual,
    };
  });
}

/** Rows `{input, expected, error}`. */
export function stripPathTable(content: unknown): RowCheck[] {
  return rowsOf(content, "cases").map((row) => {
    const input = text(row, "input");
    const read = stripPath(input);
    const actual = read.ok ? { expected: read.arn, error: null } : { expected: null, error: read.error };
    return { input, expected: { expected: row.expected, error: row.error }, actual };
  });
}

/** `{arnLike: [{arn, pattern, match, error}], quoteMeta: [{input, expected}]}`. */
export function arnLikeTable(content: unknown): RowCheck[] {
  const likes = rowsOf(content, "arnLike").map((row) => {
    const read = arnLike(text(row, "arn"), text(row, "pattern"));
    const actual = read.ok ? { match: read.match, error: null } : { match: false, error: read.error };
    return {
      input: [row.arn, row.pattern],
      expected: { match: row.match ?? false, error: row.error ?? null },
      actual,
    };
  });
  const quotes = rowsOf((content as { quoteMeta?: unknown }).quoteMeta, "").map((row) => ({
    input: row.input,
    expected: row.expected,
    actual: quoteArnPattern(text(row, "input")),
  }));
  return [...likes, ...quotes];
}
