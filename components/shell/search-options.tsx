import { KIND_WORDS } from "@/components/identity/identity-words";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { SearchOption } from "./use-identity-search";
import type { useSearchBox } from "./use-search-box";

const PANEL =
  "absolute inset-x-0 top-full z-30 mt-1 rounded-lg border border-line bg-surface shadow-lg max-h-[70vh] overflow-auto";

/** What the search leads to, below its box. */
export function SearchOptions({ listId, box }: { listId: string; box: ReturnType<typeof useSearchBox> }) {
  const { options, shown, active, settled, problem, refused, go } = box;
  const isList = shown && options.length > 0;
  const unknown = isList && settled && options.every(({ known }) => !known);
  return (
    <>
      <p role="status" className="sr-only">
        {isList && settled ? status(options) : ""}
      </p>
      <div className={isList ? PANEL : "hidden"}>
        {unknown ? (
          <p className="border-b border-line px-3 py-1.5 text-xs text-ink-2">No exact match. Near it:</p>
        ) : null}
        <div id={listId} role="listbox" aria-label="What it may be" className="p-1">
          {isList
            ? options.map((option, i) => (
                <Option
                  key={option.href}
                  id={`${listId}-${i}`}
                  option={option}
                  active={i === active}
                  onGo={go}
                />
              ))
            : null}
        </div>
      </div>
      {problem !== null && (refused || (shown && !isList)) ? (
        <p role="alert" className={`${PANEL} px-3 py-2 ${refused ? "text-denied" : "text-ink-2"}`}>
          {problem}
        </p>
      ) : null}
    </>
  );
}

interface OptionProps {
  readonly id: string;
  readonly option: SearchOption;
  readonly active: boolean;
  readonly onGo: (href: string) => void;
}

function Option({ id, option: { href, leadsTo, known }, active, onGo }: OptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      // The box keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onGo(href)}
      className={`grid w-full text-left grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 rounded-md px-2 py-1.5 hover:bg-sunken ${active ? "bg-accent-soft" : ""}`}
    >
      {typeof leadsTo === "string" ? (
        <span>{OTHERS[leadsTo]}</span>
      ) : (
        <>
          <span className="min-w-0">
            <SafeText
              text={leadsTo.value}
              breakable
              className={`font-mono text-xs ${known ? "font-semibold" : ""}`}
            />
            <span className="block text-xs text-ink-2">{KIND_WORDS[leadsTo.kind]}</span>
          </span>
          <span className="text-xs text-ink-2">{formatPlural(leadsTo.attempts, "attempt")}</span>
        </>
      )}
    </button>
  );
}

const OTHERS = {
  attempt: "The attempt that this belongs to",
  reason: "What this message means, and what to do",
} as const;

function status(options: readonly SearchOption[]): string {
  const exact = options.filter(({ known }) => known).length;
  return `${formatPlural(options.length, "suggestion")}, ${exact === 0 ? "none of exactly this name" : `${exact} of exactly this name`}`;
}
