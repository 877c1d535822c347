import type { ColumnId } from "@/lib/search-params/attempts/list-columns";
import { COLUMN_WORDS } from "./column-words";

interface ColumnChoiceProps {
  readonly id: ColumnId;
  /** In the list of all; the first `shown` of them are shown. */
  readonly place: number;
  readonly shown: number;
  readonly onToggle: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onWiden: (sign: 1 | -1) => void;
}

const SMALL =
  "size-6 rounded-md border border-line text-ink-2 hover:border-line-strong hover:text-ink aria-disabled:opacity-40";

/** One column: whether it is shown, where, and how wide. */
export function ColumnChoice({ id, place, shown, onToggle, onMove, onWiden }: ColumnChoiceProps) {
  const title = COLUMN_WORDS[id];
  const isShown = place < shown;
  const acts = [
    { act: `${id} -1`, sign: "↑", words: "earlier", off: place === 0, run: () => onMove(-1) },
    { act: `${id} 1`, sign: "↓", words: "later", off: place === shown - 1, run: () => onMove(1) },
    { act: `${id} narrower`, sign: "−", words: "narrower", off: false, run: () => onWiden(-1) },
    { act: `${id} wider`, sign: "+", words: "wider", off: false, run: () => onWiden(1) },
  ];
  return (
    <li className="flex min-h-7 items-center gap-1">
      <label className="flex min-w-0 grow items-center gap-2">
        <input
          type="checkbox"
          checked={isShown}
          disabled={isShown && shown === 1}
          onChange={onToggle}
          className="accent-accent"
        />
        <span className="truncate">{title}</span>
      </label>
      {isShown
        ? acts.map(({ act, sign, words, off, run }) => (
            <button
              key={act}
              type="button"
              data-act={act}
              aria-label={`${title}: ${words}`}
              title={words}
              // A button that turns off keeps the focus.
              aria-disabled={off}
              onClick={off ? undefined : run}
              className={SMALL}
            >
              <span aria-hidden="true">{sign}</span>
            </button>
          ))
        : null}
    </li>
  );
}
