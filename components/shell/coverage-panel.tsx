import type { CoverageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import { AlarmNote } from "./alarm-note";
import { CoverageSources } from "./coverage-sources";

/** Every source, how far it is read and what is wrong with it. */
export function CoveragePanel({ coverage }: { coverage: CoverageReport }) {
  return (
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
  );
}
