import { PART_WORDS } from "@/components/access/part-words";
import { TextExcerptBlock } from "@/components/access/text-excerpt-block";
import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { AttemptMapping } from "@/lib/domain/summarize/configuration/attempt-mapping";
import { ClusterLink } from "./cluster-link";
import { CulpritLines } from "./culprit-lines";
import { DecidingEntry } from "./deciding-entry";
import { MeantList } from "./meant-list";
import { PartLines } from "./part-lines";

interface MappingCardProps {
  readonly attempt: Attempt;
  readonly mapping: AttemptMapping;
}

/** Which entry decided, with its place, and how well the configuration of that time is known. */
export function MappingCard({ attempt, mapping }: MappingCardProps) {
  const { excerpt, decision, meant, culprit } = mapping;
  const entry = decision.outcome === "granted" ? decision.entry : null;
  return (
    <Card title="The mapping that decided" aside={<ClusterLink cluster={attempt.cluster} />}>
      <Verdict attempt={attempt} mapping={mapping} />
      <DecidingEntry mapping={mapping} timeMs={attempt.timeMs} />
      {excerpt === null ? null : (
        <div className="mt-2">
          <TextExcerptBlock
            excerpt={excerpt}
            marked={entry?.place?.line ?? null}
            label="Lines of aws-auth as it was then"
          />
        </div>
      )}
      {culprit === null ? null : <CulpritLines culprit={culprit} attempt={attempt} />}
      {meant.length === 0 ? null : <MeantList meant={meant} />}
      <PartLines mapping={mapping} />
    </Card>
  );
}

/** How the decision, done again, compares with the log. */
function Verdict({ attempt, mapping }: MappingCardProps) {
  const { agreement, decision, missing, guess } = mapping;
  const isIn = attempt.decision === "granted";
  if (agreement === "agrees")
    return (
      <p className="mb-2">
        {isIn
          ? "Done again over the configuration of that time, the decision is what the log says."
          : "Done again over the configuration of that time, nothing lets this caller in."}
      </p>
    );
  if (agreement === "unknown")
    return (
      <p className="mb-2 text-open">
        Which entry decided cannot be told: {missing.map((part) => PART_WORDS[part]).join(", ")}{" "}
        {missing.length === 1 && missing[0] !== "hidden" && missing[0] !== "accessEntries" ? "is" : "are"} not
        known for that time.
        {guess === null ? null : (
          <>
            {" "}
            The log speaks for {guess.kind === "hidden" ? "a hidden entry" : "an access entry"}:{" "}
            {guess.because}
          </>
        )}
      </p>
    );
  const computed =
    decision.outcome === "granted"
      ? `let in as ${decision.username || "no username"}`
      : `turned away: ${decision.error}`;
  return (
    <p className="mb-2 text-open">
      The configuration, as it is known for that time, gives something else than the log:{" "}
      <SafeText text={computed} className="font-mono text-xs" />.{" "}
      {isIn
        ? "It was probably another then; the log is right."
        : "An entry may be bound to an earlier principal of this name, or have been made a moment before."}
    </p>
  );
}
