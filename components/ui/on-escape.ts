import type { KeyboardEvent } from "react";

/** For `onKeyDown`: Esc leaves this alone, and closes nothing around it. */
export function onEscape(leave: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // What is around it listens at the document, as React does.
    event.nativeEvent.stopImmediatePropagation();
    leave();
  };
}
