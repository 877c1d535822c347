import { useCallback, useEffect, useState } from "react";

export interface Brush {
  readonly first: number;
  readonly last: number;
}

/**
 * Dragging over a row of things: `start` on press, `extend` on the way; `onEnd` gets the first and last index when the
 * button is let go, wherever that is.
 */
export function useBrush(onEnd: (brush: Brush) => void) {
  const [drag, setDrag] = useState<{ anchor: number; head: number } | null>(null);
  useEffect(() => {
    if (drag === null) return;
    const finish = () => {
      setDrag(null);
      onEnd(toBrush(drag));
    };
    const cancel = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === "Escape") setDrag(null);
    };
    window.addEventListener("pointerup", finish);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", cancel);
    return () => {
      window.removeEventListener("pointerup", finish);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", cancel);
    };
  }, [drag, onEnd]);
  const start = useCallback((index: number) => setDrag({ anchor: index, head: index }), []);
  const extend = useCallback(
    (index: number) => setDrag((now) => (now === null ? null : { ...now, head: index })),
    [],
  );
  return { brush: drag === null ? null : toBrush(drag), start, extend };
}

function toBrush({ anchor, head }: { anchor: number; head: number }): Brush {
  return { first: Math.min(anchor, head), last: Math.max(anchor, head) };
}
