import { sourceState } from "@/components/shell/coverage-words";
import { SourceProblemNote } from "@/components/shell/source-problem-note";
import { useCoverage } from "@/components/shell/use-coverage";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { ClusterReport, ClusterSource } from "@/lib/domain/summarize/clusters/cluster-report";
import type { SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { SHOWN_MS } from "@/lib/domain/summarize/clusters/summarize-cluster";
import { GapList } from "./gap-list";
import { SourceFacts } from "./source-facts";
import { SourceTimeline } from "./source-timeline";

interface SourceCardProps {
  readonly source: ClusterSource;
  readonly report: ClusterReport;
}

/** One source over time, in numbers, and gap by gap. */
export function SourceCard({ source: { coverage, gaps }, report: { nowMs, summary } }: SourceCardProps) {
  return (
    <Card title={coverage.label} aside={<StateChip coverage={coverage} />}>
      <SourceTimeline range={{ from: nowMs - SHOWN_MS, to: nowMs }} gaps={gaps} />
      <SourceFacts coverage={coverage} nowMs={nowMs} />
      {coverage.problem === null ? null : (
        <div className="mt-2">
          <SourceProblemNote problem={coverage.problem} />
        </div>
      )}
      <GapList gaps={gaps} cluster={summary.cluster} />
    </Card>
  );
}

function StateChip({ coverage }: { coverage: SourceCoverage }) {
  const { data: all } = useCoverage();
  const { word, tone } = sourceState(coverage, all?.storage.state ?? "ok");
  return <Chip tone={tone}>{word}</Chip>;
}
