import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";

/**
 * One row is the list's stop for Tab; j and k move it, as do the arrows from inside. `reveal` brings a row into sight
 * that is not drawn yet; it gets the focus as soon as it is there.
 */
export function useRowFocus(
  list: RefObject<HTMLElement | null>,
  count: number,
  reveal: (index: number) => void,
) {
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number | null>(null);
  const focusWanted = useCallback(() => {
    if (wanted.current === null) return;
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  }, [list]);
  useEffect(focusWanted);
  const go = useCallback(
    (step: number) => {
      const inside = list.current?.contains(document.activeElement) ?? false;
      const next = Math.min(count - 1, Math.max(0, inside ? current + step : current));
      if (next < 0) return;
      wanted.current = next;
      reveal(next);
      setCurrent(next);
      focusWanted();
    },
    [list, count, current, reveal, focusWanted],
  );
  useShortcuts(useMemo(() => ({ j: () => go(1), k: () => go(-1) }), [go]));
  return { current: Math.min(current, count - 1), setCurrent, go };
}
