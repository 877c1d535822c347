import { type ScannedItem, scanSearch } from "./scan-search";
import type { SearchIssue } from "./search-issue";
import { readItem } from "./read-item";
import type { SearchTerm } from "./search-term";

/** A search as it was understood. */
export interface ParsedSearch {
  /** What holds, in the order it was written. */
  readonly terms: readonly SearchTerm[];
  /** What was left out or taken otherwise, from the beginning of the text. */
  readonly issues: readonly SearchIssue[];
  /** The text's stretches, for those who colour or complete it. */
  readonly items: readonly ScannedItem[];
}

/** No search needs more; beyond it the store would be asked too much. */
export const MOST_TERMS = 100;

/**
 * Reads a search: `decision:denied user:alice -cluster:(dev, test) group:system:* "not mapped"`. Blanks part what must hold
 * together; values of one key are any of them, whether in brackets or the key is repeated; `-` excludes. Outside of
 * quotes `*` stands for anything and `\` takes the next character as it is. Never throws, in linear time: what cannot be
 * read is an issue with its place, and the rest still applies.
 */
export function parseSearch(text: string): ParsedSearch {
  const items = scanSearch(text);
  const terms: SearchTerm[] = [];
  const issues: SearchIssue[] = [];
  let identities = 0;
  for (const item of items) {
    const read = readItem(item, text);
    issues.push(...read.issues);
    identities += read.terms.some(({ key }) => key === "identity") ? 1 : 0;
    const problem = boundProblem(read.terms, { terms: terms.length, identities });
    if (problem === null) terms.push(...read.terms);
    else issues.push({ severity: "error", start: item.start, end: item.end, message: problem });
  }
  return { terms, issues, items };
}

function boundProblem(
  read: readonly SearchTerm[],
  so: { readonly terms: number; readonly identities: number },
): string | null {
  if (read.length === 0) return null;
  if (so.terms + read.length > MOST_TERMS) return `A search has ${MOST_TERMS} terms at most.`;
  const isSecond = so.identities > 1 && read.some(({ key }) => key === "identity");
  return isSecond ? "There is an identity before it, and a search has one at most." : null;
}
