import { parseInstantText } from "./instant-text";

/** What one parameter may hold: for the check, and in the words of JSON Schema for the API's document. */
export interface ParameterRule {
  readonly description: string;
  /** How often it may be given; null = once. */
  readonly repeated: number | null;
  readonly schema: Readonly<Record<string, unknown>>;
  /** What is wrong with a value, as the end of a sentence and without the value: that may be anything. null = nothing. */
  readonly check: (value: string) => string | null;
}

type Single = Omit<ParameterRule, "repeated">;

const MAX_VALUES = 100;

export function once(rule: Single): ParameterRule {
  return { ...rule, repeated: null };
}

/** Any of the values. */
export function repeated(rule: Single): ParameterRule {
  return { ...rule, repeated: MAX_VALUES };
}

export function oneOf(description: string, allowed: readonly string[]): Single {
  return {
    description,
    schema: { type: "string", enum: allowed },
    check: (value) => (allowed.includes(value) ? null : `must be one of ${allowed.join(", ")}`),
  };
}

/** Text of some length; `from` 1 refuses the empty one. */
export function text(description: string, { from = 0, to }: { from?: number; to: number }): Single {
  return {
    description,
    schema: { type: "string", ...(from === 0 ? {} : { minLength: from }), maxLength: to },
    check: (value) => {
      if (value.length < from) return "must not be empty";
      return value.length > to ? `is longer than ${to} characters` : null;
    },
  };
}

export function instant(description: string): Single {
  return {
    description: `${description} In UTC, like 2026-11-23T09:30:00Z; a date alone is its midnight.`,
    schema: { type: "string", examples: ["2026-11-23T09:30:00Z"] },
    check: (value) =>
      parseInstantText(value) === null ? "must be a UTC instant like 2026-11-23T09:30:00Z" : null,
  };
}

export function integer(description: string, { from, to }: { from: number; to: number }): Single {
  return {
    description,
    schema: { type: "integer", minimum: from, maximum: to },
    check: (value) => {
      const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
      return number >= from && number <= to ? null : `must be a whole number from ${from} to ${to}`;
    },
  };
}
