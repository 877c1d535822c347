"use client";
import { useMemo, useRef } from "react";

interface NumberedTextProps {
  readonly label: string;
  readonly text: string;
  readonly write: (text: string) => void;
  /** What stands before a line's number, by the number; counted from 1. */
  readonly marks: ReadonlyMap<number, string>;
  /** How many numbers are drawn. */
  readonly lineCount: number;
}

const BOX = "py-2 font-mono text-xs whitespace-pre";

/** A text to edit, with the numbers of its lines beside it: one stretch of text, so that many lines cost little. */
export function NumberedText({ label, text, write, marks, lineCount }: NumberedTextProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const numbers = useMemo(() => numbersOf(lineCount, marks), [lineCount, marks]);
  return (
    <label className="grid gap-1">
      <span className="text-xs text-ink-2">{label}</span>
      <span className="grid grid-cols-[3.5rem_minmax(0,1fr)] rounded-md border border-line bg-sunken">
        <span aria-hidden="true" className="relative border-r border-line">
          <span
            ref={gutter}
            className={`absolute inset-0 overflow-hidden pr-2 text-right text-ink-2 select-none ${BOX}`}
          >
            {numbers}
          </span>
        </span>
        <textarea
          value={text}
          onChange={(event) => write(event.target.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
          }}
          rows={24}
          spellCheck={false}
          wrap="off"
          className={`resize-y overflow-auto px-2 text-ink ${BOX}`}
        />
      </span>
    </label>
  );
}

/** Behind the last some empty lines: the box of the text is lower by its scroll bar. */
function numbersOf(lineCount: number, marks: ReadonlyMap<number, string>): string {
  const lines = Array.from({ length: lineCount }, (_, i) => `${marks.get(i + 1) ?? ""} ${i + 1}`);
  return `${lines.join("\n")}\n\n\n`;
}
