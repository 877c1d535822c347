"use client";
import { lazy, Suspense } from "react";
import { useCoverage } from "./use-coverage";

/** Loaded where there is something to say: mostly there is not. */
const StorageNotes = lazy(() =>
  import("./storage-notes").then(({ StorageNotes: notes }) => ({ default: notes })),
);

/** Stands on every page while the data folder's disk is full, or after a damaged file was set aside. */
export function StorageBar() {
  const { data: coverage } = useCoverage();
  if (coverage === undefined) return null;
  const { storage } = coverage;
  if (storage.state !== "full" && storage.setAside.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <StorageNotes storage={storage} />
    </Suspense>
  );
}
