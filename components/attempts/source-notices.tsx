import { readingProgress, toPercent } from "@/components/shell/coverage-words";
import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import type { CoverageReport } from "@/lib/domain/summarize/coverage-report";

/** What the numbers below do not hold yet, or never will: sources still being read, sources that failed. */
export function SourceNotices({ coverage }: { coverage: CoverageReport }) {
  const failed = coverage.sources.filter(({ problem }) => problem !== null);
  const progress = readingProgress(coverage);
  if (failed.length === 0 && progress === null) return null;
  return (
    <div className="grid gap-2 px-4 pt-3">
      {failed.map(({ id, label, problem }) =>
        problem === null ? null : (
          <Notice key={id} title={`${label} is missing.`}>
            <SafeText text={problem.message} /> <SafeText text={problem.remedy} />
          </Notice>
        ),
      )}
      {progress === null ? null : (
        <p role="status" className="text-open">
          ◌ Still reading, {toPercent(progress)}: newest first, counts grow as it goes on.
        </p>
      )}
    </div>
  );
}
