import { useEffect } from "react";

/** What a key of the page does. */
export interface Shortcut {
  /** In words, for the list of all keys. */
  readonly does: string;
  /** Absent: the key is heard where it is pressed, and only told here. */
  readonly run?: () => void;
}

/** By `KeyboardEvent.key`, or as it is told. */
export type Shortcuts = Readonly<Record<string, Shortcut>>;

const registered = new Set<Shortcuts>();

/** The keys that the page hears just now, in the order in which they came to it. */
export function shortcutsOfPage(): readonly (readonly [key: string, does: string])[] {
  const all = new Map([...registered].flatMap((one) => Object.entries(one)));
  return [...all].map(([key, { does }]) => [key, does]);
}

/** Single-key shortcuts of the page, silent while one types, and with a modifier held. Give the same object each time. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const run = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key]?.run : undefined;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    registered.add(shortcuts);
    document.addEventListener("keydown", onKey);
    return () => {
      registered.delete(shortcuts);
      document.removeEventListener("keydown", onKey);
    };
  }, [shortcuts]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
}
