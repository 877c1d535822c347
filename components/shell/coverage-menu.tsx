"use client";
import { lazy, Suspense } from "react";
import { Popover } from "@/components/ui/popover";
import { type CoverageTone, summarizeCoverage } from "./coverage-words";
import { useCoverage } from "./use-coverage";

const DOTS: Record<CoverageTone, string> = { granted: "bg-granted", open: "bg-open", denied: "bg-denied" };

/** Loaded when it is opened: no page needs it before. */
const CoveragePanel = lazy(() =>
  import("./coverage-panel").then(({ CoveragePanel }) => ({ default: CoveragePanel })),
);

/** What Gatebook reads, how far it is and what is wrong with it. */
export function CoverageMenu() {
  const { data: coverage } = useCoverage();
  if (coverage === undefined) return null;
  const { text, tone } = summarizeCoverage(coverage);
  const label = (
    <>
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${DOTS[tone]}`} />
      <span className="truncate">
        <span className="sr-only">What was read: </span>
        {text}
      </span>
    </>
  );
  return (
    <Popover label={label} align="right" isForReading>
      {() => (
        <Suspense fallback={<p className="text-ink-2">Loading…</p>}>
          <CoveragePanel coverage={coverage} />
        </Suspense>
      )}
    </Popover>
  );
}
