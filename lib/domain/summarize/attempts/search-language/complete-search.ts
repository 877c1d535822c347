import { scanSearch } from "./scan-search";
import { findSearchKey, type SearchKey } from "./search-key";

/** What is being written where the caret stands; `from` and `to` bound what a choice takes the place of. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  /** As it is written so far, without quotes and escapes. */
  readonly written: string;
  /** Whose value it is; null = a key or a word. */
  readonly key: SearchKey | null;
}

/** Total, in linear time. */
export function completeAt(text: string, caret: number): Completion {
  const items = scanSearch(text);
  // A list that is still being written ends at the caret.
  const inList = items.some(({ openList, start }) => openList && start < caret);
  const all = inList ? scanSearch(`${text.slice(0, caret)})`) : items;
  const item = all.find(({ start, end }) => start <= caret && caret <= end);
  if (item === undefined) return { from: caret, to: caret, written: "", key: null };
  const key = item.written === null ? null : findSearchKey(item.written);
  const behindColon = item.keyStart + (item.written?.length ?? 0) + 1;
  if (caret < item.keyStart) return { from: caret, to: caret, written: "", key: null };
  if (key === null || caret < behindColon) {
    const to = item.written === null || key === null ? item.end : behindColon;
    return { from: item.keyStart, to, written: text.slice(item.keyStart, caret), key: null };
  }
  const value = item.values.findLast(({ start, end }) => start <= caret && caret <= end);
  if (value === undefined) return { from: caret, to: caret, written: "", key };
  return { from: value.start, to: value.end, written: value.pattern.join("*"), key };
}
