import { Chip } from "@/components/ui/chip";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { ShareBar } from "@/components/ui/share-bar";
import type { CoverageReport, SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { formatDuration, formatSpan } from "@/lib/domain/time/format-time";
import { isStillRead, paceWords, sourceState } from "./coverage-words";
import { SourceProblemNote } from "./source-problem-note";

interface CoverageSourceProps {
  readonly source: SourceCoverage;
  readonly of: Pick<CoverageReport, "nowMs" | "storage">;
}

/** One source: state, what of the asked time it has read, and its problem with the remedy. */
export function CoverageSource({ source, of: { nowMs, storage } }: CoverageSourceProps) {
  const pace = paceWords(source);
  const { word, tone } = sourceState(source, storage.state);
  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{source.label}</span>
        <Chip tone={tone}>{word}</Chip>
      </div>
      {isStillRead(source) ? (
        <div className="h-1 overflow-hidden rounded bg-sunken">
          <ShareBar share={source.progress} className="block text-open" />
        </div>
      ) : null}
      <p className="text-xs text-ink-2">
        {describeRead(source)}
        {source.newestMs === null ? null : ` · newest ${formatDuration(nowMs - source.newestMs)} ago`}
        {source.rejects === 0 ? null : ` · ${formatCount(source.rejects)} not understood, kept as text`}
      </p>
      {pace === null ? null : <p className="text-xs text-ink-2">{pace}</p>}
      {source.problem === null ? null : <SourceProblemNote problem={source.problem} />}
    </li>
  );
}

function describeRead({ records, read }: SourceCoverage): string {
  const first = read.at(0);
  const last = read.at(-1);
  if (first === undefined || last === undefined) return "Nothing read yet";
  const gaps = read.length > 1 ? `, with ${formatPlural(read.length - 1, "gap")}` : "";
  return `${formatPlural(records, "record")} · ${formatSpan(first.from, last.to)} UTC${gaps}`;
}
