"use client";
import { lazy, Suspense } from "react";
import { Popover } from "@/components/ui/popover";
import type { Addable } from "./addable";

/** Loaded when it is opened, with the incidents there are. */
const AddPanel = lazy(() => import("./add-panel").then(({ AddPanel: panel }) => ({ default: panel })));

/** Opens the choice of the incident that something is to be kept in. */
export function AddToIncident({ what }: { what: Addable }) {
  return (
    <Popover align="right" label="Add to incident">
      {() => (
        <Suspense fallback={<p className="text-ink-2">Loading…</p>}>
          <AddPanel what={what} />
        </Suspense>
      )}
    </Popover>
  );
}
