import type { SavedViewChange, SavedViewList, SavedViewOutcome } from "@/lib/domain/summarize/saved-view";

/** Views that people named. What cannot be read or changed is said in the answer. */
export interface SavedViews {
  list(): Promise<SavedViewList>;
  change(change: SavedViewChange): Promise<SavedViewOutcome>;
}
