"use client";
import { Popover } from "@/components/ui/popover";
import { AlarmNote } from "./alarm-note";
import { CoverageSources } from "./coverage-sources";
import { type CoverageTone, summarizeCoverage } from "./coverage-words";
import { useCoverage } from "./use-coverage";

const DOTS: Record<CoverageTone, string> = { granted: "bg-granted", open: "bg-open", denied: "bg-denied" };

/** What Gatebook reads, how far it is and what is wrong with it. */
export function CoverageMenu() {
  const { data: coverage } = useCoverage();
  if (coverage === undefined) return null;
  const { text, tone } = summarizeCoverage(coverage);
  const label = (
    <>
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${DOTS[tone]}`} />
      <span className="truncate">{text}</span>
    </>
  );
  return (
    <Popover label={label} align="right">
      {() => (
        <section aria-label="What was read" className="w-[34rem] max-w-full">
          <h2 className="mb-2 text-sm font-semibold">What was read</h2>
          {coverage.alarms.length === 0 ? null : (
            <ul className="mb-2 grid gap-1 rounded-md bg-open-soft px-2.5 py-1.5">
              {coverage.alarms.map((alarm) => (
                <AlarmNote key={alarm.sourceId} alarm={alarm} />
              ))}
            </ul>
          )}
          <CoverageSources coverage={coverage} />
          {coverage.sources.length === 0 ? <p className="text-ink-2">No source is connected.</p> : null}
        </section>
      )}
    </Popover>
  );
}
