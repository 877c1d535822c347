import { Card } from "@/components/ui/card";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { PathStepItem } from "./path-step-item";
import { toPathSteps } from "./path-steps";

/** From the credentials to the cluster's answer, step by step, with how sure each is. */
export function PathCard({ detail }: { detail: AttemptDetail }) {
  return (
    <Card title="How it went">
      <ol className="grid md:auto-cols-fr md:grid-flow-col">
        {toPathSteps(detail).map((step, i, all) => (
          <PathStepItem key={step.kind} step={step} last={i === all.length - 1} />
        ))}
      </ol>
    </Card>
  );
}
