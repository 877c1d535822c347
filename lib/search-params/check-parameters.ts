import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import { attemptParams, DECISIONS } from "./attempt-view";
import { parseInstantText } from "./instant-text";
import { parseRelativeRange } from "./relative-range";

export interface ParameterProblem {
  readonly parameter: string;
  /** One plain sentence, without the offending text: that may be anything. */
  readonly message: string;
}

const MAX_VALUES = 100;
const MAX_VALUE_LENGTH = 1024;
const MAX_TEXT_LENGTH = 256;
const MAX_CURSOR_LENGTH = 512;
const MAX_POSITION = 999_999_999_999;

type Check = (value: string) => string | null;

const REPEATED: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["decision", oneOf(DECISIONS)],
  ["class", oneOf(CALLER_CLASSES)],
  ...["cluster", "username", "group", "role", "session", "account"].map((name): [string, Check] => [
    name,
    checkValue,
  ]),
]);

const SINGLE: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["range", (text) => (parseRelativeRange(text) === null ? "must look like 30m, 24h or 7d" : null)],
  ["from", checkInstant],
  ["to", checkInstant],
  ["q", (text) => (text.length > MAX_TEXT_LENGTH ? `is longer than ${MAX_TEXT_LENGTH} characters` : null)],
  ["noise", oneOf(["fold", "show"])],
  ["cursor", checkCursor],
  ["position", integerWithin(0, MAX_POSITION)],
  ["at", checkInstant],
  ["limit", integerWithin(1, 500)],
  ["buckets", integerWithin(10, 240)],
]);

/** Every problem of the parameters one by one; `extras` are those allowed beside the view's own. */
export function checkParameters(params: URLSearchParams, extras: readonly string[]): ParameterProblem[] {
  return [...new Set(params.keys())].flatMap((name) => {
    if (!Object.hasOwn(attemptParams, name) && !extras.includes(name))
      return [problem(name, "is not known here")];
    return checkParameter(name, params.getAll(name));
  });
}

function checkParameter(name: string, values: readonly string[]): ParameterProblem[] {
  const single = SINGLE.get(name);
  if (single !== undefined && values.length > 1) return [problem(name, "may be given once only")];
  if (values.length > MAX_VALUES) return [problem(name, `has more than ${MAX_VALUES} values`)];
  const check = single ?? REPEATED.get(name);
  const message = values.map((value) => check?.(value) ?? null).find((found) => found !== null);
  return message ? [problem(name, message)] : [];
}

function problem(parameter: string, rest: string): ParameterProblem {
  return { parameter, message: `Parameter "${parameter}" ${rest}.` };
}

function oneOf(allowed: readonly string[]): Check {
  return (value) => (allowed.includes(value) ? null : `must be one of ${allowed.join(", ")}`);
}

function checkValue(value: string): string | null {
  if (value === "") return "must not be empty";
  return value.length > MAX_VALUE_LENGTH ? `is longer than ${MAX_VALUE_LENGTH} characters` : null;
}

function checkInstant(text: string): string | null {
  return parseInstantText(text) === null ? "must be a UTC instant like 2026-11-23T09:30:00Z" : null;
}

function checkCursor(text: string): string | null {
  return text === "" || text.length > MAX_CURSOR_LENGTH ? "is not one that Gatebook gave out" : null;
}

function integerWithin(min: number, max: number): Check {
  return (text) => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? null : `must be a whole number from ${min} to ${max}`;
  };
}
