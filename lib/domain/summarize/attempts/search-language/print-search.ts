import type { ValuePattern } from "../attempt-filter";
import { isUnseen, quoteSearch } from "./search-escape";
import type { SearchTerm } from "./search-term";

/** The search that asks for these terms: parseSearch of it gives them back. Values of one key that follow each other share brackets. */
export function printSearch(terms: readonly SearchTerm[]): string {
  const groups: SearchTerm[][] = [];
  for (const term of terms) {
    const group = groups.at(-1);
    const before = group?.[0];
    const joins = before?.key === term.key && before.excluded === term.excluded && term.key !== "text";
    if (joins && term.key !== "identity") group?.push(term);
    else groups.push([term]);
  }
  return groups.map(printGroup).join(" ");
}

function printGroup(group: readonly SearchTerm[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const minus = first.excluded ? "-" : "";
  if (first.key === "text") return minus + printWord(first.pattern);
  const values = group.map(({ pattern }) => printValue(pattern));
  return `${minus}${first.key}:${values.length === 1 ? values[0] : `(${values.join(", ")})`}`;
}

/** One term, as links carry it. */
export function printTerm(term: SearchTerm): string {
  return printGroup([term]);
}

/** Blanks, quotes, and what has a meaning of its own somewhere in a search. */
const QUOTED = /[\s"\\*(),]/;

/** A value as it stands behind its key. */
export function printValue(pattern: ValuePattern): string {
  const parts = pattern.map((part) => (QUOTED.test(part) || isUnseen(part) ? quoteSearch(part) : part));
  const text = parts.join("*");
  return text === "" ? '""' : text;
}

/** A value alone could be read as something else: as a key, an exclusion or a word that joins. */
const TAKEN = /^-|^(?:AND|OR|NOT)$|^[A-Za-z_-]+:/;

function printWord(pattern: ValuePattern): string {
  const [first = "", ...others] = pattern;
  const text = printValue(pattern);
  if (!TAKEN.test(text) || isName(first)) return text;
  return [quoteSearch(first), ...(others.length === 0 ? [] : [printValue(others)])].join("*");
}

/** An ARN or a group of Kubernetes' own needs no quotes: what stands before its colon is no key. */
function isName(text: string): boolean {
  return /^(?:arn|system):/.test(text);
}
