import { findStringEnd, skipBlanks } from "./json-bounds";

const COMMA = 44;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const QUOTE = 34;

/**
 * Where the records of a list probably end. All records of one file open with the same key, written the same way, so the
 * next such opening tells where this record ends, far cheaper than a walk through it. Only probably: the guess holds
 * if, and only if, the text up to there is one JSON value.
 */
export class RecordEnds {
  readonly #text: string;
  readonly #opening: string;
  /** Start of the first opening behind those asked for so far; the text is searched once from end to end at most. */
  #next: number;

  constructor(text: string, first: number) {
    this.#text = text;
    this.#opening = readOpening(text, first);
    this.#next = this.#opening === "" ? -1 : first;
  }

  /** Behind the record that starts at `from`, or -1: no guess. Ask in ascending order. */
  guess(from: number): number {
    if (!this.#text.startsWith(this.#opening, from)) return -1;
    if (this.#next >= 0 && this.#next <= from) this.#next = this.#text.indexOf(this.#opening, from + 1);
    const comma = this.#next < 0 ? -1 : lastOnLeft(this.#text, this.#next);
    if (this.#text.charCodeAt(comma) !== COMMA) return -1;
    const brace = lastOnLeft(this.#text, comma);
    return brace > from && this.#text.charCodeAt(brace) === CLOSE_OBJECT ? brace + 1 : -1;
  }
}

/** Longer ones are no key of CloudTrail's, and costly to search for. */
const LONGEST_OPENING = 64;

/** From the brace to behind the first key: `{"eventVersion"`; "" where no object with a short key stands. */
function readOpening(text: string, from: number): string {
  if (text.charCodeAt(from) !== OPEN_OBJECT) return "";
  const key = skipBlanks(text, from + 1);
  const end = text.charCodeAt(key) === QUOTE ? findStringEnd(text, key) : -1;
  return end < 0 || end - from > LONGEST_OPENING ? "" : text.slice(from, end);
}

/** Index of the last character before `at` that is no blank. */
function lastOnLeft(text: string, at: number): number {
  let left = at - 1;
  while (left >= 0 && text.charCodeAt(left) <= 32) left--;
  return left;
}
