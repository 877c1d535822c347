import { useEffect } from "react";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { SearchOptions } from "./search-options";
import type { SearchCombobox } from "./use-search-combobox";
import { useSuggestions } from "./use-suggestions";

interface SearchPanelProps {
  readonly view: AttemptView;
  readonly box: SearchCombobox;
  readonly listId: string;
}

/** What is suggested; comes when the box is used for the first time. */
export function SearchPanel({ view, box, listId }: SearchPanelProps) {
  const { draft, caret, open, options, active, offer, pick } = box;
  const suggested = useSuggestions(view, { text: draft.text, caret, open });
  useEffect(() => offer(suggested), [offer, suggested]);
  return <SearchOptions {...{ listId, options, active }} onPick={pick} />;
}
