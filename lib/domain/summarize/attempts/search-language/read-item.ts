import type { ValuePattern } from "../attempt-filter";
import { readValue } from "./read-value";
import type { ScannedItem, ScannedValue } from "./scan-search";
import type { SearchIssue } from "./search-issue";
import { beginsName, findSearchKey, nearestKey, type SearchKey } from "./search-key";
import type { SearchTerm } from "./search-term";

export interface ReadItem {
  readonly terms: readonly SearchTerm[];
  readonly issues: readonly SearchIssue[];
}

/** What an item of the text asks for. */
export function readItem(item: ScannedItem, text: string): ReadItem {
  const joining = item.written === null ? JOINING.get(text.slice(item.start, item.end)) : undefined;
  if (joining !== undefined) return { terms: [], issues: [{ ...placeOf(item), ...joining }] };
  if (item.openList) return open(item, "The bracket is not closed.");
  const key = item.written === null ? "text" : findSearchKey(item.written);
  if (key === null) return readName(item);
  if (item.values.length === 0) return failed(item, "There is no value in the brackets.");
  const read = item.values.map((value) => readOne(key, value, item));
  return { terms: read.flatMap(({ terms }) => terms), issues: read.flatMap(({ issues }) => issues) };
}

/** Words that other languages join terms by. */
const JOINING: ReadonlyMap<string, Pick<SearchIssue, "severity" | "message">> = new Map([
  ["AND", { severity: "warning", message: "All terms must hold anyway: AND was left out." }],
  [
    "OR",
    { severity: "error", message: "Terms cannot be joined by OR; values of one key can: cluster:(a, b)." },
  ],
  ["NOT", { severity: "error", message: "NOT was left out: write - before what to exclude." }],
] as const);

/** A word with a colon that no key stands before: a name of AWS or Kubernetes, or a slip. */
function readName(item: ScannedItem): ReadItem {
  const { written, values } = item;
  const [value] = values;
  if (written === null || value === undefined) return failed(item, "There is nothing to search for.");
  const near = beginsName(written) ? null : nearestKey(written);
  if (near !== null) {
    const place = { start: item.keyStart, end: item.keyStart + written.length };
    return failed(place, `There is no such key. Did you mean ${near}: ?`);
  }
  const [first = "", ...others] = value.pattern;
  const pattern: ValuePattern = [`${written}:${first}`, ...others];
  const { terms, issues } = readOne("text", { ...value, pattern }, item);
  const { start, end } = placeOf(item);
  if (beginsName(written) || terms.length === 0) return { terms, issues };
  const message = "There is no such key: it is searched for as text.";
  return { terms, issues: [...issues, { severity: "warning", start, end, message }] };
}

function readOne(key: SearchKey, value: ScannedValue, { excluded, start }: ScannedItem): ReadItem {
  const place = { start: value.start === value.end ? start : value.start, end: value.end };
  if (value.openQuote !== null) {
    return open({ start: value.openQuote, end: value.end }, "The quote is not closed.");
  }
  const { pattern, problem } = readValue(key, value.pattern, excluded);
  if (problem !== null) return failed(place, problem);
  const issues: SearchIssue[] = [];
  if (value.quotedStar !== null) {
    const at = { start: value.quotedStar, end: value.quotedStar + 1 };
    issues.push({ severity: "warning", ...at, message: "In quotes * stands for itself, not for anything." });
  }
  return { terms: [{ key, pattern, excluded }], issues };
}

function failed({ start, end }: { readonly start: number; readonly end: number }, message: string): ReadItem {
  return { terms: [], issues: [{ severity: "error", start, end, message }] };
}

function open(place: Pick<SearchIssue, "start" | "end">, message: string): ReadItem {
  const { issues, terms } = failed(place, message);
  return { terms, issues: issues.map((issue) => ({ ...issue, open: true as const })) };
}

function placeOf({ start, end }: ScannedItem): { readonly start: number; readonly end: number } {
  return { start, end };
}
