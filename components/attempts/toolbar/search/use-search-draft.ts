import { useMemo, useState } from "react";
import { parseSearch } from "@/lib/domain/summarize/attempts/search-language/parse-search";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { searchOfView, withSearch } from "@/lib/search-params/attempts/search-of-view";
import type { ViewChange } from "../../use-attempt-view";

/** What stands in the box and is not the view's own search; void as soon as the view is narrowed otherwise. */
interface Draft {
  readonly text: string;
  readonly over: string;
  /** It was applied, but for what could not be read. */
  readonly applied: boolean;
}

/** The text of the search box: the view's own until one writes, and again when the view changes. */
export function useSearchDraft(view: AttemptView, changeView: ViewChange) {
  const standing = useMemo(() => searchOfView(view), [view]);
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft?.over === standing ? draft : null;
  const text = current?.text ?? standing;
  const parsed = useMemo(() => parseSearch(text), [text]);
  return {
    text,
    parsed,
    applied: current?.applied ?? true,
    write: (next: string) => setDraft({ text: next, over: standing, applied: false }),
    forget: () => setDraft(null),
    apply: () => {
      const over = searchOfView(withSearch(view, text).view);
      setDraft(parsed.issues.length === 0 ? null : { text, over, applied: true });
      changeView((now) => withSearch(now, text).view);
    },
  };
}
