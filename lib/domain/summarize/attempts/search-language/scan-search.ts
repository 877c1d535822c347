import type { ValuePattern } from "../attempt-filter";
import { readEscape } from "./search-escape";
import { findSearchKey } from "./search-key";
import { toPattern } from "./value-pattern";

/** A stretch of the text that stands for one value. */
export interface ScannedValue {
  readonly start: number;
  readonly end: number;
  readonly pattern: ValuePattern;
  /** Where a quote opens that nothing closes; null = all is closed. */
  readonly openQuote: number | null;
  /** Some of it stands in quotes or behind a backslash. */
  readonly quoted: boolean;
  /** Where a `*` stands in quotes, for itself; null = none does. */
  readonly quotedStar: number | null;
}

/** A stretch between blanks: `-key:value`, `key:(a, b)` or a word. */
export interface ScannedItem {
  readonly start: number;
  readonly end: number;
  readonly excluded: boolean;
  /** What stands before the first colon, if it could be a key; null = this is a word. */
  readonly written: string | null;
  /** Where the key stands. */
  readonly keyStart: number;
  readonly values: readonly ScannedValue[];
  /** In brackets. */
  readonly list: boolean;
  /** A bracket opens that nothing closes. */
  readonly openList: boolean;
}

const BLANK = /\s/;
const KEY_LETTER = /[A-Za-z_-]/;

/** Takes a search apart. Total and linear: what never closes is looked for once. */
export function scanSearch(text: string): ScannedItem[] {
  return new Scanner(text).items();
}

class Scanner {
  readonly #text: string;
  #at = 0;
  #quotesEnd = false;
  #listsEnd = false;

  constructor(text: string) {
    this.#text = text;
  }

  items(): ScannedItem[] {
    const items: ScannedItem[] = [];
    for (this.#skipBlanks(); this.#at < this.#text.length; this.#skipBlanks()) items.push(this.#item());
    return items;
  }

  #item(): ScannedItem {
    const start = this.#at;
    const next = this.#text[start + 1];
    const excluded = this.#text[start] === "-" && next !== undefined && !BLANK.test(next);
    if (excluded) this.#at++;
    const keyStart = this.#at;
    const written = this.#key();
    // A bracket opens a list behind a key alone: else it is part of a name.
    const isKey = written !== null && findSearchKey(written) !== null;
    const list = isKey && this.#text[this.#at] === "(" ? this.#list() : null;
    const values = list ?? [this.#value(false)];
    const openList = list === null && isKey && this.#text[values[0]?.start ?? -1] === "(";
    const common = { start, end: this.#at, excluded, written, keyStart };
    return { ...common, values, list: list !== null, openList };
  }

  /** The word before a colon, and moves behind it. */
  #key(): string | null {
    let end = this.#at;
    while (end < this.#text.length && KEY_LETTER.test(this.#text[end] ?? "")) end++;
    if (end === this.#at || this.#text[end] !== ":") return null;
    const written = this.#text.slice(this.#at, end);
    this.#at = end + 1;
    return written;
  }

  /** null, and nothing read: the bracket is never closed. */
  #list(): ScannedValue[] | null {
    if (this.#listsEnd) return null;
    const start = this.#at++;
    const values: ScannedValue[] = [];
    for (;;) {
      while (this.#here === "," || BLANK.test(this.#here)) this.#at++;
      if (this.#here === ")") {
        this.#at++;
        return values;
      }
      if (this.#at >= this.#text.length) break;
      values.push(this.#value(true));
    }
    this.#listsEnd = true;
    this.#quotesEnd = false;
    this.#at = start;
    return null;
  }

  #value(inList: boolean): ScannedValue {
    const start = this.#at;
    const parts = [""];
    let openQuote: number | null = null;
    let quotedStar: number | null = null;
    let quoted = false;
    const add = (some: string) => parts.push((parts.pop() ?? "") + some);
    while (this.#at < this.#text.length && !this.#ends(inList)) {
      const char = this.#here;
      if (char === '"') {
        const inside = this.#quote();
        if (inside === null) openQuote ??= this.#at - 1;
        else {
          quoted = true;
          quotedStar ??= inside.star;
          add(inside.text);
        }
      } else if (char === "\\") {
        const read = readEscape(this.#text, this.#at);
        quoted = true;
        add(read.char);
        this.#at += read.length;
      } else {
        this.#at++;
        if (char === "*") parts.push("");
        else add(char);
      }
    }
    return { start, end: this.#at, pattern: toPattern(parts), openQuote, quoted, quotedStar };
  }

  #ends(inList: boolean): boolean {
    return BLANK.test(this.#here) || (inList && (this.#here === "," || this.#here === ")"));
  }

  /** What stands in quotes; null, and only the quote itself read: it is never closed. */
  #quote(): { readonly text: string; readonly star: number | null } | null {
    const start = this.#at++;
    if (this.#quotesEnd) return null;
    let text = "";
    let star: number | null = null;
    for (let at = start + 1; at < this.#text.length; ) {
      const char = this.#text[at] ?? "";
      if (char === '"') {
        this.#at = at + 1;
        return { text, star };
      }
      if (char === "*") star ??= at;
      const read = char === "\\" ? readEscape(this.#text, at) : { char, length: 1 };
      text += read.char;
      at += read.length;
    }
    this.#quotesEnd = true;
    return null;
  }

  #skipBlanks(): void {
    while (this.#at < this.#text.length && BLANK.test(this.#here)) this.#at++;
  }

  get #here(): string {
    return this.#text[this.#at] ?? "";
  }
}
