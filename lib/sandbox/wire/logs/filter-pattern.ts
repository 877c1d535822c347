import { AwsError } from "../aws-error";

/**
 * Plain terms only: blank-separated words or "quoted phrases", all of which must occur, case-sensitive. JSON, space-
 * delimited, regular-expression, optional (`?`) and excluding (`-`) terms are refused rather than misread.
 */
export function readFilterPattern(pattern: string): (message: string) => boolean {
  if (pattern.length > 1024) throw invalid("it is longer than 1024 characters");
  const terms = pattern.match(/"[^"]*"|[^\s"]+/g) ?? [];
  const plain = terms.map((term) => (term.startsWith('"') ? term.slice(1, -1) : bareTerm(term)));
  return (message) => plain.every((term) => message.includes(term));
}

function bareTerm(term: string): string {
  if (/^[A-Za-z0-9_@./:+]+$/.test(term)) return term;
  throw invalid(`the sandbox reads plain terms only, not ${term}`);
}

function invalid(why: string): AwsError {
  return new AwsError("InvalidParameterException", `Invalid filter pattern: ${why}`);
}
