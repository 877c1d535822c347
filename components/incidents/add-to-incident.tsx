"use client";
import { lazy, Suspense } from "react";
import { useIsAuditor } from "@/components/sign-in/signed-in-context";
import { Popover } from "@/components/ui/popover";
import type { Addable } from "./addable";

/** Loaded when it is opened, with the incidents there are. */
const AddPanel = lazy(() => import("./add-panel").then(({ AddPanel: panel }) => ({ default: panel })));

/** Opens the choice of the incident that something is to be kept in. Nothing for those who may keep nothing. */
export function AddToIncident({ what }: { what: Addable }) {
  if (!useIsAuditor()) return null;
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
