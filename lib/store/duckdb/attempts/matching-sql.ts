import type { ValuePattern } from "@/lib/domain/summarize/attempts/attempt-filter";
import { literalOf } from "@/lib/domain/summarize/attempts/search-language/value-pattern";
import type { Param } from "../sql-values";

/** A condition on the text in a column. */
export type ColumnSql = (column: string) => string;

/** Writes conditions on texts, and holds the values that are bound to them. */
export class MatchingSql {
  readonly params: Record<string, Param> = {};

  /** A value, to stand in SQL. */
  bind(value: Param): string {
    const name = `w${Object.keys(this.params).length}`;
    this.params[name] = value;
    return `$${name}`;
  }

  /** Whether a column is of one of the patterns; see ValuePattern. */
  ofAny(patterns: readonly ValuePattern[]): ColumnSql {
    const literals = patterns.flatMap((pattern) => literalOf(pattern) ?? []);
    const names = patterns.filter((pattern) => literalOf(pattern) === null).map(toLike);
    const list = literals.length === 0 ? null : this.bind(literals);
    const likes = names.map((name) => this.bind(name));
    return (column) => {
      const own = list === null ? [] : [`list_contains(${list}, ${column})`];
      return anyOf([...own, ...likes.map((like) => `lower(${column}) LIKE lower(${like}) ${ESCAPE}`)]);
    };
  }

  /** The same of a column of lists: whether one of its values is. */
  ofAnyIn(patterns: readonly ValuePattern[]): ColumnSql {
    const isOne = this.ofAny(patterns);
    return (column) =>
      `coalesce(list_bool_or(list_transform(${column}, lambda one: ${isOne("one")})), false)`;
  }

  /** Whether a pattern stands anywhere in a column of lower case. */
  within(pattern: ValuePattern): ColumnSql {
    const literal = literalOf(pattern)?.toLowerCase() ?? null;
    if (literal !== null) {
      const text = this.bind(literal);
      return (column) => `contains(${column}, ${text})`;
    }
    const like = this.bind(`%${toLike(pattern).toLowerCase()}%`);
    return (column) => `${column} LIKE ${like} ${ESCAPE}`;
  }
}

const ESCAPE = "ESCAPE '\\'";

/** Only the gaps may stand for anything. */
function toLike(pattern: ValuePattern): string {
  return pattern.map((part) => part.replace(/[\\%_]/g, "\\$&")).join("%");
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(" OR ") || "false"})`;
}
