import { DOT, HASH, isBlank, isBreakOrEnd, isDigit, isGap, isWordCharacter } from "./characters";
import { takeTagDirective } from "./scan-tag";
import { codeAt, markOf, type Scanner, takeBreak, takeWhile } from "./scanner";
import { type Token, token } from "./token";
import { failAsScanner } from "./yaml-problem";

const LONGEST_NUMBER = 9;

/** `%YAML 1.1` or `%TAG !handle! prefix`. */
export function scanDirective(scan: Scanner): Token {
  const mark = markOf(scan);
  scan.at++;
  const name = takeWhile(scan, isWordCharacter);
  if (name === "") failAsScanner("could not find expected directive name", markOf(scan));
  if (!isGap(codeAt(scan))) failAsScanner("found unexpected non-alphabetical character", markOf(scan));
  const taken = takeParameters(scan, name);
  takeWhile(scan, isBlank);
  if (codeAt(scan) === HASH) takeWhile(scan, (code) => !isBreakOrEnd(code));
  if (!isBreakOrEnd(codeAt(scan))) failAsScanner("did not find expected comment or line break", markOf(scan));
  takeBreak(scan);
  return token(name === "YAML" ? "version" : "tag directive", mark, taken.name, taken.handle);
}

function takeParameters(scan: Scanner, name: string): { readonly name: string; readonly handle: string } {
  if (name === "TAG") return takeTagDirective(scan);
  if (name !== "YAML") failAsScanner("found unknown directive name", markOf(scan));
  takeWhile(scan, isBlank);
  const major = takeNumber(scan);
  if (codeAt(scan) !== DOT) failAsScanner("did not find expected digit or '.' character", markOf(scan));
  scan.at++;
  return { name: `${major}.${takeNumber(scan)}`, handle: "" };
}

function takeNumber(scan: Scanner): number {
  const digits = takeWhile(scan, isDigit);
  if (digits.length > LONGEST_NUMBER) failAsScanner("found extremely long version number", markOf(scan));
  if (digits === "") failAsScanner("did not find expected version number", markOf(scan));
  return Number(digits);
}
