import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { CallerClass } from "@/lib/domain/correlate/attempt";
import type { Uses } from "@/lib/domain/summarize/questions/entrances/uses";
import { MomentLink } from "../moment-link";

/** What a person's name tells by itself. */
const BEFORE_NAME: Readonly<Record<CallerClass, string>> = {
  person: "",
  node: "node ",
  ci: "CI job ",
  workload: "workload ",
  aws: "AWS's ",
  root: "root user ",
  unknown: "unknown ",
};

/** When somebody came by a mapping last, how often, and who. */
export function UsesLine({ uses }: { uses: Uses }) {
  const { attempts, lastMs, attemptId, people, comers, moreComers } = uses;
  const peopleWords = people === 0 ? "" : `${formatPlural(people, "person", "people")}: `;
  return (
    <p className="text-ink-2">
      Last used <MomentLink attemptId={attemptId} timeMs={lastMs} />; {formatPlural(attempts, "time")}, by{" "}
      {peopleWords}
      {comers.map(({ kind, name, attempts: count }, i) => (
        <span key={`${kind} ${name}`}>
          {i === 0 ? "" : ", "}
          {BEFORE_NAME[kind]}
          <SafeText text={name} breakable className="text-ink" /> ({formatCount(count)})
        </span>
      ))}
      {moreComers > 0 ? ` and ${formatCount(moreComers)} more` : ""}.
    </p>
  );
}
