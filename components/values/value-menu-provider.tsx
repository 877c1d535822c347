"use client";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { AskedMenu } from "./asked-menu";

const Context = createContext<(asked: AskedMenu) => void>(() => {});

/** Opens the menu of some values. */
export function useValueMenu(): (asked: AskedMenu) => void {
  return useContext(Context);
}

/** Loaded when it is opened: no page needs it before. */
const ValueMenu = lazy(() => import("./value-menu").then(({ ValueMenu: menu }) => ({ default: menu })));

/** Marks what a `.` opens the menu of, when the focus is inside; its button carries `data-value-menu`. */
export const VALUES_SCOPE = { "data-values-scope": "" };

interface ShownMenu {
  readonly asked: AskedMenu;
  /** Of this time that it was opened. */
  readonly id: number;
}

/** One menu for all values of a page: include, exclude, copy, all about it. `.` opens that of what has the focus. */
export function ValueMenuProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ShownMenu | null>(null);
  const show = useCallback(
    (asked: AskedMenu) => setShown((before) => ({ asked, id: (before?.id ?? 0) + 1 })),
    [],
  );
  // A dialog tells late that it was closed: the next menu may be open by then.
  const close = (id: number) => setShown((now) => (now?.id === id ? null : now));
  useShortcuts(useMemo(() => ({ ".": { does: "Only, not, copy of a value", run: pressNearest } }), []));
  return (
    <Context value={show}>
      {children}
      {shown === null ? null : (
        <Suspense fallback={null}>
          <ValueMenu key={shown.id} asked={shown.asked} onClose={() => close(shown.id)} />
        </Suspense>
      )}
    </Context>
  );
}

function pressNearest(): void {
  const scope = document.activeElement?.closest("[data-values-scope]") ?? document;
  scope
    .querySelector<HTMLElement>(scope === document ? "[data-value-menu=page]" : "[data-value-menu]")
    ?.click();
}
