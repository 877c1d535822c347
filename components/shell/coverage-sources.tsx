import { formatPlural } from "@/components/ui/format-count";
import type { CoverageReport, SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { CoverageSource } from "./coverage-source";

/** So many are seen at a glance. */
const FEW = 8;
const ORDER: readonly SourceCoverage["state"][] = ["failed", "reading", "waiting"];

/** What needs attention, then what is still being read; where there are many, what is well waits behind one line. */
export function CoverageSources({ coverage }: { coverage: CoverageReport }) {
  const { sources, storage } = coverage;
  const busy = ORDER.flatMap((state) => sources.filter((source) => source.state === state));
  const noted = sources.filter((source) => !busy.includes(source) && source.problem !== null);
  const first = [...busy, ...noted];
  const well = sources.filter((source) => !first.includes(source));
  const shown = sources.length <= FEW ? [...first, ...well] : first;
  return (
    <>
      <SourceItems sources={shown} of={coverage} />
      {shown.length === sources.length ? null : (
        <details
          className={first.length === 0 ? "" : "border-t border-line pt-2.5"}
          open={first.length === 0}
        >
          <summary className="text-ink-2">
            {formatPlural(well.length, "source is", "sources are")}{" "}
            {storage.state === "full"
              ? "no longer read, or waiting for room"
              : "up to date, or no longer read"}
          </summary>
          <SourceItems sources={well} of={coverage} />
        </details>
      )}
    </>
  );
}

function SourceItems({ sources, of }: { sources: readonly SourceCoverage[]; of: CoverageReport }) {
  return (
    <ul className="divide-y divide-line">
      {sources.map((source) => (
        <CoverageSource key={source.id} source={source} of={of} />
      ))}
    </ul>
  );
}
