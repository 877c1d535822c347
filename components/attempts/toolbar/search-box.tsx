import { useEffect, useMemo, useRef, useState } from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { ViewChange } from "../use-attempt-view";

const DEBOUNCE_MS = 300;
/** The API takes no longer text. */
const MAX_LENGTH = 256;

/** Searches while one types; Esc clears, `/` comes here from anywhere. */
export function SearchBox({ text, changeView }: { text: string; changeView: ViewChange }) {
  const input = useRef<HTMLInputElement>(null);
  // What is typed and not yet in the address; null: the address is all there is.
  const [draft, setDraft] = useState<string | null>(null);
  useShortcuts(useMemo(() => ({ "/": () => input.current?.focus() }), []));
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => apply(draft), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  });
  function apply(next: string) {
    setDraft(null);
    // One step back undoes the whole search, not a letter of it.
    const refining = text.trim() !== "" && next.trim() !== "";
    changeView((view) => ({ ...view, q: next }), refining ? "replace" : "push");
  }
  return (
    <search className="grow min-w-0">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          apply(draft ?? text);
        }}
      >
        <input
          ref={input}
          type="search"
          aria-label="Search attempts"
          placeholder="Search people, ARNs, keys, usernames, groups, error text"
          maxLength={MAX_LENGTH}
          value={draft ?? text}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") apply("");
          }}
          className="h-7 w-full rounded-md border border-line bg-surface pr-8 pl-2.5 placeholder:text-ink-3 hover:border-line-strong"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1.5 right-2 rounded-sm border border-line px-1 font-mono text-[0.625rem] leading-4 text-ink-3 max-md:hidden"
        >
          /
        </span>
      </form>
    </search>
  );
}
