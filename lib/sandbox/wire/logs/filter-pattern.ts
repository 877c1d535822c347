import { AwsError } from "../aws-error";

/** `($.name.list[0] = "value")` or `!=`; a value that ends with `*` stands for all that begin with the rest. */
const MEMBER = /^\(\$\.(\w+(?:\.\w+|\[\d+\])*) (=|!=) "([^"*]*)(\*?)"\)$/;

/**
 * Plain terms, or members of JSON: blank-separated words or "quoted phrases", all of which must occur, case-sensitive. Space-
 * delimited, regular-expression, optional (`?`) and excluding (`-`) terms are refused rather than misread.
 */
export function readFilterPattern(pattern: string): (message: string) => boolean {
  if (pattern.length > 1024) throw invalid("it is longer than 1024 characters");
  if (pattern.startsWith("{")) return readMembers(pattern);
  const terms = pattern.match(/"[^"]*"|[^\s"]+/g) ?? [];
  const plain = terms.map((term) => (term.startsWith('"') ? term.slice(1, -1) : bareTerm(term)));
  return (message) => plain.every((term) => message.includes(term));
}

/** Conditions joined by `||`, or by `&&`; a mixture is refused. */
function readMembers(pattern: string): (message: string) => boolean {
  const isAll = pattern.includes("&&");
  const members = pattern
    .slice(1, -1)
    .split(isAll ? "&&" : "||")
    .map(readMember);
  return (message) => {
    const record: unknown = message.startsWith("{") ? JSON.parse(message) : {};
    return isAll ? members.every((fits) => fits(record)) : members.some((fits) => fits(record));
  };
}

function readMember(part: string): (record: unknown) => boolean {
  const [, path, relation, value = "", star] = MEMBER.exec(part.trim()) ?? [];
  if (path === undefined) throw invalid(`the sandbox does not read ${part.trim()}`);
  const names = path.replace(/\[(\d+)\]/g, ".$1").split(".");
  return (record) => {
    const found = names.reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | undefined)?.[name],
      record,
    );
    if (typeof found !== "string") return false;
    return (star === "*" ? found.startsWith(value) : found === value) === (relation === "=");
  };
}

function bareTerm(term: string): string {
  if (/^[A-Za-z0-9_@./:+]+$/.test(term)) return term;
  throw invalid(`the sandbox reads plain terms only, not ${term}`);
}

function invalid(why: string): AwsError {
  return new AwsError("InvalidParameterException", `Invalid filter pattern: ${why}`);
}
