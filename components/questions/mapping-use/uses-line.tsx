import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { Uses } from "@/lib/domain/summarize/questions/entrances/uses";
import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { MomentLink } from "../moment-link";

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
          {kind === "person" ? "" : `${CLASS_WORDS[kind].toLowerCase()} `}
          <SafeText text={name} breakable className="text-ink" /> ({formatCount(count)})
        </span>
      ))}
      {moreComers > 0 ? ` and ${formatCount(moreComers)} more` : ""}.
    </p>
  );
}
