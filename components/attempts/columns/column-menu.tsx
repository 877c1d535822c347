import { lazy, Suspense } from "react";
import { Popover } from "@/components/ui/popover";

/** Loaded when it is opened: the list does not need it. */
const ColumnPanel = lazy(() =>
  import("./column-panel").then(({ ColumnPanel: panel }) => ({ default: panel })),
);

/** What the rows of the list tell. */
export function ColumnMenu() {
  return (
    <Popover label="Columns" align="right">
      {() => (
        <Suspense fallback={<p className="text-ink-2">Loading…</p>}>
          <ColumnPanel />
        </Suspense>
      )}
    </Popover>
  );
}
