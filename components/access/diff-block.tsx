import { SafeText } from "@/components/ui/safe-text";
import type { DiffLine } from "@/lib/domain/summarize/configuration/line-diff";

const SIGNS = { same: " ", removed: "−", added: "+" } as const;
const TONES = { same: "", removed: "bg-denied-soft", added: "bg-granted-soft" } as const;
const SPOKEN = { same: "", removed: "taken out: ", added: "put in: " } as const;
/** So many stand open; so many more are folded. */
const SHOWN = 60;
const FOLDED = 500;

/** What a text lost and gained; each line has its sign, so that no colour is needed. */
export function DiffBlock({ diff, label }: { diff: readonly DiffLine[]; label: string }) {
  const folded = diff.slice(SHOWN, SHOWN + FOLDED);
  const more = diff.length - SHOWN - folded.length;
  return (
    <figure aria-label={label} className="rounded bg-sunken py-1 font-mono text-xs">
      <Lines lines={diff.slice(0, SHOWN)} />
      {folded.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer px-3 py-1 font-sans text-accent hover:underline">
            {folded.length} lines more
          </summary>
          <Lines lines={folded} />
        </details>
      )}
      {more > 0 ? (
        <figcaption className="px-3 pt-1 font-sans text-ink-3">and {more} more, not shown</figcaption>
      ) : null}
    </figure>
  );
}

function Lines({ lines }: { lines: readonly DiffLine[] }) {
  return lines
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
    ));
}
