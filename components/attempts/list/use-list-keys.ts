import { useMemo } from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";

/** The keys that walk through the list, from anywhere on the page. */
export function useListKeys(step: (rows: number) => void, onAround: () => void): void {
  useShortcuts(
    useMemo(
      () => ({
        j: { does: "Next attempt", run: () => step(1) },
        k: { does: "Attempt before", run: () => step(-1) },
        "↑ ↓, PgUp, PgDn, Home, End": { does: "Through the list, once it has the focus" },
        Enter: { does: "Open the attempt that has the focus" },
        c: { does: "Context: this principal ±5 min, without the filters", run: onAround },
      }),
      [step, onAround],
    ),
  );
}
