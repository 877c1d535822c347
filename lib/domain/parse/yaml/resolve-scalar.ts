import type { YamlNode } from "./yaml-node";
import { fail } from "./yaml-problem";

export type ScalarKind = "null" | "bool" | "number" | "string";

const STANDARD = "tag:yaml.org,2002:";
const WORDS: ReadonlyMap<string, ScalarKind> = new Map<string, ScalarKind>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, "null"] as const),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map(
    (word) => [word, "bool"] as const,
  ),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(
    (word) => [word, "bool"] as const,
  ),
]);

/** Numbers that JSON has no way to write. */
const INFINITE: ReadonlySet<string> = new Set([
  ...[".nan", ".NaN", ".NAN"],
  ...["", "+", "-"].flatMap((sign) => [".inf", ".Inf", ".INF"].map((word) => sign + word)),
]);

export function isInfinite(text: string): boolean {
  return INFINITE.has(text);
}

/** What YAML 1.1 takes a scalar for. A tag that the text does not fit is refused. */
export function resolveScalar(node: YamlNode): ScalarKind {
  const { tag, text, isImplicit } = node;
  if (tag === "") return isImplicit ? kindOf(text).kind : "string";
  const name = tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : "";
  if (!CHECKED.includes(name)) return "string";
  const { kind, type } = kindOf(text);
  if (name === "timestamp" && isTimestamp(text)) return "string";
  // Go makes a float of an integer of 64 bits with its sign, and of no other.
  if (name === type || (name === "float" && type === "int" && isSigned(text))) return kind;
  fail(`cannot decode !!${type} \`${text}\` as a !!${name}`, node.at);
}

/** A text has to fit these; with any other tag it is a string. */
const CHECKED = ["bool", "int", "float", "null", "timestamp"];

interface Resolved {
  readonly kind: ScalarKind;
  /** As a tag's name. */
  readonly type: "null" | "bool" | "int" | "float" | "str";
}

const TEXT: Resolved = { kind: "string", type: "str" };
const INTEGER: Resolved = { kind: "number", type: "int" };
const FLOAT: Resolved = { kind: "number", type: "float" };
const LONGEST_NUMBER = 400;

function kindOf(text: string): Resolved {
  const word = WORDS.get(text);
  if (word === "null" || word === "bool") return { kind: word, type: word };
  if (isInfinite(text)) return FLOAT;
  if (!/^[-+.0-9]/.test(text)) return TEXT;
  if (text.startsWith(".")) return isFloat(text) ? FLOAT : TEXT;
  const digits = text.replaceAll("_", "");
  if (isInteger(digits)) return INTEGER;
  return isFloat(digits) ? FLOAT : TEXT;
}

const HIGHEST_SIGNED = 2n ** 63n;
const HIGHEST = 2n ** 64n;

/** Whatever Go's `strconv.ParseInt` and `ParseUint` take with base 0, in 64 bits. */
function isInteger(digits: string): boolean {
  if (digits.length > LONGEST_NUMBER) return false;
  if (/^(0b[-+]?|-0b)[01]{1,63}$/.test(digits)) return true;
  const parts = /^([-+]?)(?:(0x)([0-9a-f]+)|(0b)([01]+)|0o?([0-7]+)|(0|[1-9][0-9]*))$/i.exec(digits);
  if (parts === null) return false;
  const [, sign, , hex, , binary, octal, decimal] = parts;
  const value = BigInt(
    hex !== undefined
      ? `0x${hex}`
      : binary !== undefined
        ? `0b${binary}`
        : octal !== undefined
          ? `0o${octal}`
          : (decimal ?? "0"),
  );
  if (sign === "") return value < HIGHEST;
  return sign === "-" ? value <= HIGHEST_SIGNED : value < HIGHEST_SIGNED;
}

function isSigned(text: string): boolean {
  const digits = text.replaceAll("_", "");
  return isInteger(/^[-+]/.test(digits) ? digits : `+${digits}`);
}

function isFloat(digits: string): boolean {
  if (!/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(digits)) return false;
  return Number.isFinite(Number(digits));
}

function isTimestamp(text: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}([Tt ]\d{1,2}:\d{1,2}:\d{1,2}(\.\d+)?(Z|[-+]\d{2}:\d{2})?)?$/.test(text);
}
