"use client";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useId,
  useRef,
  useState,
} from "react";
import { useDismiss } from "@/components/ui/use-dismiss";
import { useCommandKey } from "./use-command-key";
import { useSearchBox } from "./use-search-box";

/** Loaded when the box is entered: what it will say must be there before it says it, and no page needs it before. */
const SearchOptions = lazy(() =>
  import("./search-options").then(({ SearchOptions: options }) => ({ default: options })),
);

/**
 * Takes anything that names somebody, and leads there: on every page. A text of several lines is read whole, the box shows
 * its beginning.
 */
export function IdentitySearch() {
  const root = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [entered, setEntered] = useState(false);
  const box = useSearchBox();
  const { text, options, active, shown, change, setOpen } = box;
  useCommandKey(
    "k",
    useCallback(() => input.current?.focus(), []),
  );
  useDismiss(
    root,
    shown,
    useCallback(() => setOpen(false), [setOpen]),
  );
  return (
    <search
      ref={root}
      className="relative min-w-0 grow max-lg:order-3 max-lg:basis-full lg:max-w-lg lg:basis-40"
    >
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Find a person, role, key or log line"
        aria-autocomplete="list"
        aria-expanded={shown && options.length > 0}
        aria-controls={listId}
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-refuses-secrets=""
        placeholder="Paste an e-mail, ARN, key id, username or log line"
        value={beginningOf(text)}
        onChange={(event) => change(event.target.value)}
        onPaste={(event) => pasteLines(event, change)}
        onKeyDown={(event) => pressKey(event, box)}
        onFocus={() => {
          setEntered(true);
          setOpen(text.trim() !== "");
        }}
        className="h-7 w-full rounded-md border border-line bg-surface pr-14 pl-2.5 text-ellipsis placeholder:text-ink-3 hover:border-line-strong"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-1.5 right-2 rounded-sm border border-line px-1 font-mono text-[0.625rem] leading-4 text-ink-3 max-lg:hidden"
      >
        Ctrl K
      </span>
      {entered ? (
        <Suspense fallback={null}>
          <SearchOptions listId={listId} box={box} />
        </Suspense>
      ) : null}
    </search>
  );
}

const SHOWN = 200;

function beginningOf(text: string): string {
  const isWhole = text.length <= SHOWN && !text.includes("\n");
  return isWhole ? text : `${text.slice(0, SHOWN).replaceAll("\n", " ")}…`;
}

/** The box itself would run the lines together. */
function pasteLines(event: ClipboardEvent, change: (text: string) => void): void {
  const pasted = event.clipboardData.getData("text/plain");
  if (!pasted.includes("\n") && pasted.length <= SHOWN) return;
  event.preventDefault();
  change(pasted);
}

function pressKey(event: KeyboardEvent, box: ReturnType<typeof useSearchBox>): void {
  const { text, options, shown, change, enter, move } = box;
  if (event.key === "Escape" && !shown && text !== "") change("");
  else if (event.key === "Enter") enter();
  else if (event.key === "ArrowDown" && options.length > 0) move(1);
  else if (event.key === "ArrowUp" && options.length > 0) move(-1);
  else return;
  event.preventDefault();
}
