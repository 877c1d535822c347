import { whereIs } from "@/components/access/back-end-words";
import { PolicyList } from "@/components/access/policy-list";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { UsedMapping } from "@/lib/domain/summarize/questions/mapping-use/used-mapping";
import { formatMinute } from "@/lib/domain/time/format-time";
import { KEEPER_WORDS, STATE_LOOKS } from "./mapping-use-words";
import { RemovalDetails } from "./removal-details";
import { UsesLine } from "./uses-line";

/** One mapping: whether somebody uses it, who, and how it is taken out. */
export function MappingItem({ mapping }: { mapping: UsedMapping }) {
  const { backEnd, entry, type, state, keeper, uses, isStatic } = mapping;
  const { word, tone } = STATE_LOOKS[state];
  // Of nodes and of AWS nothing is wrong with an entry that waits.
  const isWaiting = keeper !== null && state === "unused";
  return (
    <li className="grid min-w-0 gap-0.5 border-t border-line py-2.5 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Chip tone={isWaiting ? "plain" : tone}>{isWaiting ? "– Not used yet" : word}</Chip>
        <span className="text-ink-2">
          {whereIs(backEnd, entry)}
          {type === null || type === "STANDARD" ? null : <SafeText text={` (${type})`} />}
        </span>
        <SafeText text={entry.arn} breakable className="font-mono text-xs font-semibold" />
      </p>
      <Becomes mapping={mapping} />
      {isStatic && keeper === null ? (
        <p>
          <Chip tone="open">⚠ one name for all</Chip> Whoever takes the role is{" "}
          <SafeText text={entry.username} breakable className="font-mono text-xs" />: the cluster's own logs
          cannot tell them apart.
        </p>
      ) : null}
      <WhyNotUsed mapping={mapping} />
      {uses === null ? null : <UsesLine uses={uses} />}
      {keeper === null ? null : <p className="text-ink-2">{KEEPER_WORDS[keeper]}</p>}
      <RemovalDetails mapping={mapping} />
    </li>
  );
}

function Becomes({ mapping: { entry, policies } }: { mapping: UsedMapping }) {
  const { username, groups } = entry;
  return (
    <div className="text-ink-2">
      becomes{" "}
      <SafeText text={username || "no name that is known"} breakable className="font-mono text-xs text-ink" />
      {groups.length === 0 ? null : (
        <>
          {" in "}
          <SafeText text={groups.join(", ")} breakable className="font-mono text-xs text-ink" />
        </>
      )}
      {policies.length === 0 ? null : <PolicyList policies={policies} />}
    </div>
  );
}

function WhyNotUsed({ mapping }: { mapping: UsedMapping }) {
  const { state, shadowedBy, knownSinceMs, uses } = mapping;
  if (shadowedBy !== null)
    return (
      <p>
        For the same principal decides: {whereIs(shadowedBy.backEnd, shadowedBy.entry)} of{" "}
        <SafeText text={shadowedBy.entry.arn} breakable className="font-mono text-xs" />.
      </p>
    );
  if (state === "not-read") return <p>The cluster's mode does not ask there.</p>;
  if (state === "never-matches")
    return <p>As it is written, nobody can come in by it: see what the cluster's page says of it.</p>;
  if (state === "unknown")
    return <p>Which name EKS gives to an entry of this type is not known, so its uses cannot be told.</p>;
  if (uses !== null) return null;
  return (
    <p>
      {knownSinceMs === null
        ? "No log is read that would tell."
        : `Nobody came by it since ${formatMinute(knownSinceMs)}; of the time before, nothing can be known.`}
    </p>
  );
}
