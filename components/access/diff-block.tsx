import { SafeText } from "@/components/ui/safe-text";
import type { DiffLine } from "@/lib/domain/summarize/configuration/line-diff";

const SIGNS = { same: " ", removed: "−", added: "+" } as const;
const TONES = { same: "", removed: "bg-denied-soft", added: "bg-granted-soft" } as const;
const SPOKEN = { same: "", removed: "taken out: ", added: "put in: " } as const;
const SHOWN = 60;

/** What a text lost and gained; each line has its sign, so that no colour is needed. */
export function DiffBlock({ diff, label }: { diff: readonly DiffLine[]; label: string }) {
  const more = diff.length - SHOWN;
  return (
    <figure aria-label={label} className="rounded bg-sunken py-1 font-mono text-xs">
      {diff
        .slice(0, SHOWN)
        .map((line, i) => ({ ...line, at: i }))
        .map(({ kind, text, at }) => (
          <div key={at} className={`grid grid-cols-[1.5rem_minmax(0,1fr)] ${TONES[kind]}`}>
            <span aria-hidden="true" className="text-center text-ink-2 select-none">
              {SIGNS[kind]}
            </span>
            <span className="min-w-0">
              <span className="sr-only">{SPOKEN[kind]}</span>
              <SafeText text={text === "" ? " " : text} className="pr-3 break-words whitespace-pre-wrap" />
            </span>
          </div>
        ))}
      {more > 0 ? (
        <figcaption className="px-3 pt-1 font-sans text-ink-3">and {more} lines more</figcaption>
      ) : null}
    </figure>
  );
}
