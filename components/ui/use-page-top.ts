import { type RefObject, useLayoutEffect } from "react";

/** Tells how far below the top of the page an element starts, and when that changes; what stands above it may grow. */
export function usePageTop(element: RefObject<HTMLElement | null>, onTop: (px: number) => void): void {
  useLayoutEffect(() => {
    let known: number | null = null;
    const measure = () => {
      if (element.current === null) return;
      const top = Math.round(element.current.getBoundingClientRect().top + window.scrollY);
      if (top === known) return;
      known = top;
      onTop(top);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element, onTop]);
}
