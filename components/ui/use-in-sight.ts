import { type RefObject, useLayoutEffect } from "react";

/** Of the window's edge, in px; as wide a panel as may be leaves it on both sides. */
const MARGIN = 12;

/** Moves an open panel sideways until no edge of it is outside of the window, also when what is in it grows. */
export function useInSight(panel: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useLayoutEffect(() => {
    const element = panel.current;
    if (!isOpen || element === null) return;
    const observer = new ResizeObserver(() => moveIntoSight(element));
    observer.observe(element);
    moveIntoSight(element);
    return () => observer.disconnect();
  }, [panel, isOpen]);
}

function moveIntoSight(element: HTMLElement): void {
  element.style.translate = "none";
  const { left, right } = element.getBoundingClientRect();
  const byLeft = Math.max(0, MARGIN - left);
  const byRight = Math.min(0, document.documentElement.clientWidth - MARGIN - right);
  if (byLeft + byRight !== 0) element.style.translate = `${byLeft || byRight}px`;
}
