import dynamic from "next/dynamic";
import { useCallback, useId, useRef, useState } from "react";
import { formatPlural } from "@/components/ui/format-count";
import { useDismiss } from "@/components/ui/use-dismiss";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import type { ViewChange } from "../../use-attempt-view";
import { SearchInput } from "./search-input";
import { useSearchCombobox } from "./use-search-combobox";

const SearchHelp = dynamic(() => import("./search-help").then(({ SearchHelp: help }) => help), {
  ssr: false,
});

const SearchIssues = dynamic(() => import("./search-issues").then(({ SearchIssues: issues }) => issues), {
  ssr: false,
});
const SearchPanel = dynamic(() => import("./search-panel").then(({ SearchPanel: panel }) => panel), {
  ssr: false,
});

const PANEL =
  "absolute inset-x-0 top-full z-30 mt-1 max-h-[75vh] overflow-auto rounded-lg border border-line bg-surface shadow-lg";

/** The whole filter as one text, in step with facets and chips. Enter applies it, `/` comes here from anywhere, Esc leaves. */
export function SearchBox({ view, changeView }: { view: AttemptView; changeView: ViewChange }) {
  const root = useRef<HTMLElement>(null);
  const ids = useId();
  const [help, setHelp] = useState(false);
  const box = useSearchCombobox(view, changeView);
  const { options, issues, draft, close, show, used } = box;
  const dismiss = useCallback(() => {
    setHelp(false);
    close();
  }, [close]);
  const toggleHelp = () => {
    close();
    setHelp(!help);
  };
  useDismiss(root, help || options.length > 0, dismiss);
  const listId = `${ids}-list`;
  const issuesId = `${ids}-issues`;
  return (
    <search ref={root} className="grid min-w-0 grow gap-1">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          box.enter();
        }}
      >
        <SearchInput {...{ box, listId, issuesId }} onHelp={toggleHelp} />
        <button
          type="button"
          aria-label="How to search"
          aria-expanded={help}
          title="How to search (F1)"
          className="absolute top-1 right-1.5 size-5 rounded-sm border border-line text-xs leading-4 text-ink-2 hover:border-line-strong"
          onClick={toggleHelp}
        >
          ?
        </button>
        <p role="status" className="sr-only">
          {options.length === 0 ? "" : formatPlural(options.length, "suggestion")}
        </p>
        {help ? (
          <div className={PANEL}>
            <SearchHelp />
          </div>
        ) : null}
        {used && !help ? <SearchPanel {...{ view, box, listId }} /> : null}
      </form>
      <div id={issuesId} role="status" className="empty:hidden">
        {issues.length === 0 ? null : (
          <SearchIssues text={draft.text} issues={issues} applied={draft.applied} onShow={show} />
        )}
      </div>
    </search>
  );
}
