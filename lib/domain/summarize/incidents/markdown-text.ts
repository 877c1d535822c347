/**
 * Text that others may have written, as Markdown in which nothing of it is active: no formatting, no HTML, no link, no
 * mention, no emoji. Words of letters and digits stay as they are; all else becomes code, where neither a chat nor a
 * ticket's page looks for mentions or addresses. What would not show is shown by its code point; line ends too.
 */
export function markdownText(text: string): string {
  return visible(text).split(" ").map(markWord).join(" ");
}

/** A value as code, whatever stands in it. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (shown.trim() === "") return shown === "" ? "(empty)" : "(blank)";
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Lines as a block of code; `language`: a word of ours. */
export function markdownBlock(lines: readonly string[], language: string): string {
  const shown = lines.map(visible);
  const fence = "`".repeat(Math.max(3, ...shown.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...shown, fence].join("\n");
}

/** What may be taken for anything but words is no such word: `@`, `#`, `_`, `://`, a dot or colon within. */
const PLAIN_WORD = /^["'“‘(]?[\p{L}\p{N}\p{M}]+(?:[’'-][\p{L}\p{N}\p{M}]+)*[%"'”’)]*[.,;:!?…]*[)"'”’]?$/u;
/** An issue's key or a commit's id, which some make links of. */
const REFERENCE = /^\W*(?:[a-z]+-\d+|(?=[a-f]*\d)[0-9a-f]{7,40})\W*$/i;
const CLOCK = /^\d{1,2}:\d\d(?::\d\d)?[.,;)]?$/;
/** It would begin a list where a line begins with it. */
const NUMBER_OF_LIST = /^(\d+)([.)])$/;
/** One mark alone, which a backslash makes plain. */
const LONE_MARK = /^[-+=*>#|&/~!()]$/;
const HARMLESS = /^[–—·→….,:;?]$/u;

function markWord(word: string): string {
  if (word === "") return "";
  const number = NUMBER_OF_LIST.exec(word);
  if (number !== null) return `${number[1]}\\${number[2]}`;
  const isPlain = PLAIN_WORD.test(word) && !REFERENCE.test(word);
  if (isPlain || CLOCK.test(word) || HARMLESS.test(word)) return word;
  return LONE_MARK.test(word) ? `\\${word}` : markdownCode(word);
}

/** Control, format, separators, private use, lone surrogates, and blanks and letters that look like none. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\p{DI}\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;

function visible(text: string): string {
  return text.replace(HIDDEN, (char) => {
    const point = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨U+${point}⟩`;
  });
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
