import { type RefObject, useLayoutEffect, useState } from "react";

/** Where the caret of a box is, and how to mark a stretch of it as soon as its text stands there. */
export function useCaret(input: RefObject<HTMLInputElement | null>) {
  const [caret, moveCaret] = useState(0);
  const [wanted, mark] = useState<readonly [start: number, end: number] | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    mark(null);
    input.current?.focus();
    input.current?.setSelectionRange(...wanted);
    moveCaret(wanted[1]);
  }, [input, wanted]);
  return { caret, moveCaret, mark };
}
