import { EXCLAMATION, GREATER, hexDigit, isBlank, isGap, isWordCharacter, LESS, PERCENT } from "./characters";
import { codeAt, markOf, type Scanner, takeWhile } from "./scanner";
import { type Token, token } from "./token";
import { failAsScanner } from "./yaml-problem";

/** `!`, `!name`, `!!name`, `!handle!name` or `!<name>`. */
export function scanTag(scan: Scanner): Token {
  const mark = markOf(scan);
  const isVerbatim = codeAt(scan, 1) === LESS;
  const { handle, name } = isVerbatim ? takeVerbatim(scan) : takeShort(scan);
  if (!isGap(codeAt(scan))) failAsScanner("did not find expected whitespace or line break", markOf(scan));
  return token("tag", mark, name, handle);
}

interface Tag {
  readonly handle: string;
  readonly name: string;
}

function takeVerbatim(scan: Scanner): Tag {
  scan.at += 2;
  const name = takeUri(scan);
  if (name === "") failAsScanner("did not find expected tag URI", markOf(scan));
  if (codeAt(scan) !== GREATER) failAsScanner("did not find the expected '>'", markOf(scan));
  scan.at++;
  return { handle: "", name };
}

function takeShort(scan: Scanner): Tag {
  const handle = takeHandle(scan);
  if (handle.length > 1 && handle.endsWith("!")) {
    const name = takeUri(scan);
    if (name === "") failAsScanner("did not find expected tag URI", markOf(scan));
    return { handle, name };
  }
  const name = handle.slice(1) + takeUri(scan);
  return name === "" ? { handle: "", name: "!" } : { handle: "!", name };
}

function takeHandle(scan: Scanner): string {
  const from = scan.at;
  scan.at++;
  takeWhile(scan, isWordCharacter);
  if (codeAt(scan) === EXCLAMATION) scan.at++;
  return scan.text.slice(from, scan.at);
}

function takeUri(scan: Scanner): string {
  let uri = "";
  for (let code = codeAt(scan); isUriCharacter(code); code = codeAt(scan)) {
    if (code === PERCENT && (hexDigit(codeAt(scan, 1)) < 0 || hexDigit(codeAt(scan, 2)) < 0))
      failAsScanner("did not find URI escaped octet", markOf(scan));
    uri += scan.text.charAt(scan.at++);
  }
  return uri;
}

function isUriCharacter(code: number): boolean {
  return isWordCharacter(code) || (code < 128 && ";/?:@&=+$,.!~*'()[]%".includes(String.fromCharCode(code)));
}

/** `%TAG !handle! prefix`, from the handle on. */
export function takeTagDirective(scan: Scanner): Tag {
  takeWhile(scan, isBlank);
  if (codeAt(scan) !== EXCLAMATION) failAsScanner("did not find expected '!'", markOf(scan));
  const handle = takeHandle(scan);
  if (handle !== "!" && !handle.endsWith("!")) failAsScanner("did not find expected '!'", markOf(scan));
  if (!isBlank(codeAt(scan))) failAsScanner("did not find expected whitespace", markOf(scan));
  takeWhile(scan, isBlank);
  const name = takeUri(scan);
  if (name === "") failAsScanner("did not find expected tag URI", markOf(scan));
  if (!isGap(codeAt(scan))) failAsScanner("did not find expected whitespace or line break", markOf(scan));
  return { handle, name };
}
