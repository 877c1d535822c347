import { useCallback, useMemo, useRef, useState } from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { Completion } from "@/lib/domain/summarize/attempts/search-language/complete-search";
import type { SearchIssue } from "@/lib/domain/summarize/attempts/search-language/search-issue";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import type { ViewChange } from "../../use-attempt-view";
import type { Suggestion } from "./suggest";
import { useCaret } from "./use-caret";
import { useSearchDraft } from "./use-search-draft";
import type { Suggestions } from "./use-suggestions";

/** The state of the box: its text, where the caret is, what is suggested there, and which of that is chosen. */
export function useSearchCombobox(view: AttemptView, changeView: ViewChange) {
  const input = useRef<HTMLInputElement>(null);
  const draft = useSearchDraft(view, changeView);
  const { caret, moveCaret, mark } = useCaret(input);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [used, setUsed] = useState(false);
  const [suggested, offer] = useState<Suggestions>(NOTHING);
  const { completion, options } = open ? suggested : NOTHING;
  useShortcuts(useMemo(() => ({ "/": { does: "Search attempts", run: () => goInto(input.current) } }), []));
  const close = useCallback(() => {
    setOpen(false);
    setActive(-1);
  }, []);
  const change = (text: string, at: number) => {
    draft.write(text);
    moveCaret(at);
    setOpen(true);
    setActive(-1);
  };
  const pick = ({ insert }: Suggestion) => {
    const { text, at } = putIn(draft.text, completion, insert);
    draft.write(text);
    mark([at, at]);
    setOpen(insert.endsWith(":"));
    setActive(-1);
  };
  return {
    ...{ input, draft, caret, open, used, options, active, offer, close, change, pick, moveCaret },
    use: () => setUsed(true),
    /** What is still being written is not found fault with. */
    issues: draft.parsed.issues.filter(
      ({ start, end, open: mayClose }) => draft.applied || caret < start || (caret > end && !mayClose),
    ),
    show: ({ start, end }: SearchIssue) => mark([start, end]),
    move: (step: 1 | -1) => {
      setOpen(true);
      const places = options.length + 1;
      // What is still on its way will be entered at its beginning.
      if (options.length === 0) setActive(step === 1 ? 0 : -1);
      else setActive((now) => ((now + 1 + step + places) % places) - 1);
    },
    enter: () => {
      const chosen = options[active];
      if (chosen !== undefined) return pick(chosen);
      draft.apply();
      close();
    },
    /** First what is suggested goes away, then what was not applied. */
    escape: () => {
      if (options.length > 0) return close();
      draft.forget();
      input.current?.blur();
    },
  };
}

const NOTHING: Suggestions = { completion: { from: 0, to: 0, written: "", key: null }, options: [] };

function goInto(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

/** What was chosen in the place of what is written, and where one goes on: behind a value stands a blank. */
function putIn(text: string, { from, to }: Completion, insert: string): { text: string; at: number } {
  const after = text.slice(to);
  const before = text.slice(0, from) + insert + (insert.endsWith(":") || /^[\s,)]/.test(after) ? "" : " ");
  return { text: before + after, at: before.length };
}

export type SearchCombobox = ReturnType<typeof useSearchCombobox>;
