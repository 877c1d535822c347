import { readingPaceWords, readingProgress, readingWords } from "@/components/shell/coverage-words";
import { SourceProblemNote } from "@/components/shell/source-problem-note";
import { Notice } from "@/components/ui/notice";
import type { CoverageReport, SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";

/** What the numbers below do not hold yet, or never will: sources still being read, sources that failed. */
export function SourceNotices({ coverage }: { coverage: CoverageReport }) {
  const failed = coverage.sources.filter(({ problem }) => problem !== null);
  const progress = readingProgress(coverage);
  const pace = readingPaceWords(coverage);
  if (failed.length === 0 && progress === null) return null;
  return (
    <div className="grid gap-2 px-4 pt-3">
      {failed.length === 0 ? null : <FailedSources failed={failed} of={coverage.sources.length} />}
      {progress === null ? null : (
        <p role="status" className="text-open">
          ◌ {readingWords(progress)}: newest first, counts grow as it goes on.
          {pace === null ? null : ` ${pace}.`}
        </p>
      )}
    </div>
  );
}

/** In one line, however many: the list is what people came for. */
function FailedSources({ failed, of }: { failed: readonly SourceCoverage[]; of: number }) {
  const title =
    failed.length === 1 ? "1 source cannot be read:" : `${failed.length} of ${of} sources cannot be read:`;
  return (
    <Notice title={title}>
      {failed.map(({ label }) => label).join(", ")}.
      <details className="mt-1">
        <summary className="text-ink-2">Why, and what to do</summary>
        <ul className="mt-2 grid gap-3">
          {failed.map(({ id, label, problem }) =>
            problem === null ? null : (
              <li key={id}>
                <p className="mb-1 font-medium">{label}</p>
                <SourceProblemNote problem={problem} />
              </li>
            ),
          )}
        </ul>
      </details>
    </Notice>
  );
}
