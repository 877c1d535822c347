import type { ValuePattern } from "../attempt-filter";
import type { SearchKey } from "./search-key";

/** One thing that a search asks for. */
export interface SearchTerm {
  readonly key: SearchKey;
  readonly pattern: ValuePattern;
  readonly excluded: boolean;
}
