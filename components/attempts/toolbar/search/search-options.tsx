import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { shortenName } from "../../list/shorten-name";
import type { Suggestion } from "./suggest";

interface SearchOptionsProps {
  readonly listId: string;
  readonly options: readonly Suggestion[];
  readonly active: number;
  readonly onPick: (option: Suggestion) => void;
}

/** What may be meant, below the box, which keeps the focus. */
export function SearchOptions({ listId, options, active, onPick }: SearchOptionsProps) {
  const shown = options.length > 0;
  return (
    <div
      className={
        shown
          ? "absolute inset-x-0 top-full z-30 mt-1 max-h-[60vh] overflow-auto rounded-lg border border-line bg-surface shadow-lg"
          : "hidden"
      }
    >
      <div id={listId} role="listbox" aria-label="Suggestions" className="p-1">
        {options.map((option, i) => (
          <button
            key={`${option.insert} ${option.note}`}
            type="button"
            id={`${listId}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            ref={i === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(option)}
            className={`grid w-full grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-md px-2 py-1 text-left hover:bg-sunken ${i === active ? "bg-accent-soft" : ""}`}
          >
            <span className="min-w-0 truncate">
              <SafeText text={shortenName(option.value)} className="font-mono text-xs" />
              <span className="ml-2 text-xs text-ink-2">{option.note}</span>
            </span>
            {option.count === null ? null : (
              <span className="text-xs text-ink-2">{formatPlural(option.count, "attempt")}</span>
            )}
          </button>
        ))}
      </div>
      {shown ? (
        <p className="border-t border-line px-3 py-1 text-xs text-ink-3 max-sm:hidden" aria-hidden="true">
          ↑ ↓ choose · Enter takes it, or searches · Esc leaves · F1 explains
        </p>
      ) : null}
    </div>
  );
}
