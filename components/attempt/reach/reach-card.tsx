import { howKnown } from "@/components/access/part-words";
import { ReachLines } from "@/components/access/reach-lines";
import { Card } from "@/components/ui/card";
import type { AttemptReach } from "@/lib/domain/summarize/configuration/attempt-reach";
import { ObservedList } from "./observed-list";
import { ReachAnswerLines } from "./reach-answer";
import { ReachForm } from "./reach-form";

/** What the identity may do, by which binding or policy; what was asked; and what the API server was seen to decide. */
export function ReachCard({ id, reach }: { id: string; reach: AttemptReach }) {
  const { summary, asked, observed, rbac, accessEntries } = reach;
  return (
    <Card title="What this identity may do">
      {summary === null ? (
        <p className="text-open">
          Not known: neither the cluster's roles and bindings nor its access entries could be read. The page
          of the cluster says what it takes.
        </p>
      ) : (
        <>
          <ReachLines reach={summary} />
          <p className="mt-2 text-xs text-ink-2">
            Roles and bindings: {howKnown(rbac)}. Access policies: {howKnown(accessEntries)}.
          </p>
          <ReachForm id={id} asked={asked?.request ?? null} />
          {asked === null ? null : <ReachAnswerLines asked={asked} />}
          {observed.length === 0 ? null : <ObservedList observed={observed} />}
        </>
      )}
    </Card>
  );
}
