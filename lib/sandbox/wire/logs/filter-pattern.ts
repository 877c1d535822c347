import { AwsError } from "../aws-error";
import { readMemberPattern } from "./member-pattern";

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

function readMembers(pattern: string): (message: string) => boolean {
  const fits = membersOrInvalid(pattern);
  return (message) => fits(message.startsWith("{") ? JSON.parse(message) : {});
}

function membersOrInvalid(pattern: string): (record: unknown) => boolean {
  try {
    return readMemberPattern(pattern);
  } catch (error) {
    throw invalid((error as Error).message);
  }
}

function bareTerm(term: string): string {
  if (/^[A-Za-z0-9_@./:+]+$/.test(term)) return term;
  throw invalid(`the sandbox reads plain terms only, not ${term}`);
}

function invalid(why: string): AwsError {
  return new AwsError("InvalidParameterException", `Invalid filter pattern: ${why}`);
}
