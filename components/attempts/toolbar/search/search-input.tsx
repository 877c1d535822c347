import dynamic from "next/dynamic";
import { type KeyboardEvent, useRef } from "react";
import type { SearchCombobox } from "./use-search-combobox";

const SearchMarks = dynamic(() => import("./search-marks").then(({ SearchMarks: marks }) => marks), {
  ssr: false,
});

interface SearchInputProps {
  readonly box: SearchCombobox;
  readonly listId: string;
  readonly issuesId: string;
  readonly onHelp: () => void;
}

/** Longer searches have no room in an address. */
const MAX_LENGTH = 4_000;

/** The box itself: a combobox that keeps the focus while one walks through what is suggested. */
export function SearchInput({ box, listId, issuesId, onHelp }: SearchInputProps) {
  const marks = useRef<HTMLDivElement>(null);
  const { input, draft, issues, options, active, change, moveCaret } = box;
  return (
    <>
      {issues.length === 0 ? null : <SearchMarks marks={marks} text={draft.text} issues={issues} />}
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search attempts"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={active in options ? `${listId}-${active}` : undefined}
        aria-invalid={issues.some(({ severity }) => severity === "error")}
        aria-describedby={issues.length > 0 ? issuesId : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        placeholder="decision:denied user:alice -cluster:dev, or any text"
        maxLength={MAX_LENGTH}
        value={draft.text}
        onChange={({ target }) => change(target.value, target.selectionStart ?? target.value.length)}
        onSelect={({ currentTarget }) => moveCaret(currentTarget.selectionStart ?? 0)}
        onKeyDown={(event) => pressKey(event, box, onHelp)}
        onFocus={box.use}
        onBlur={box.close}
        onScroll={({ currentTarget }) => marks.current?.scrollTo({ left: currentTarget.scrollLeft })}
        className="relative h-7 w-full rounded-md border border-line bg-transparent pr-16 pl-2.5 placeholder:text-ink-3 hover:border-line-strong"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-1.5 right-8 rounded-sm border border-line px-1 font-mono text-[0.625rem] leading-4 text-ink-3 max-md:hidden"
      >
        /
      </span>
    </>
  );
}

function pressKey(event: KeyboardEvent, box: SearchCombobox, onHelp: () => void): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === "ArrowDown") box.move(1);
  else if (event.key === "ArrowUp") box.move(-1);
  else if (event.key === "Escape") box.escape();
  else if (event.key === "F1") onHelp();
  else return;
  event.preventDefault();
}
