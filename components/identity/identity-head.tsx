import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { questionsOfIdentity } from "@/components/questions/fitting-questions";
import { OnwardLinks } from "@/components/questions/onward-links";
import { Chip } from "@/components/ui/chip";
import { CONTROL } from "@/components/ui/control-class";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { CallerClass } from "@/lib/domain/correlate/attempt";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { identityAttemptsHref } from "./identity-attempts-href";
import { KIND_NOTES, KIND_WORDS } from "./identity-words";

/** Who it is, how often, from when to when, and the way to every single attempt. */
export function IdentityHead({ report }: { report: IdentityReport }) {
  const { identity, firstMs, lastMs, counts } = report;
  const { granted, denied } = counts.totals;
  const range = { from: firstMs, to: lastMs };
  const note = KIND_NOTES[identity.kind];
  return (
    <>
      <div>
        <p className="text-xs font-semibold tracking-wide text-ink-2">{KIND_WORDS[identity.kind]}</p>
        <h1 className="text-lg leading-snug font-semibold tracking-tight text-pretty sm:text-xl">
          <SafeText text={identity.value} breakable />
        </h1>
        {note === null ? null : <p className="mt-1 max-w-prose text-xs text-ink-3">{note}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={granted === 0 ? "plain" : "granted"}>✓ {formatCount(granted)} granted</Chip>
        <Chip tone={denied === 0 ? "plain" : "denied"}>✕ {formatCount(denied)} denied</Chip>
        {counts.facets.class.values
          .filter(({ value }) => value !== "unknown")
          .map(({ value }) => (
            <Chip key={value}>{CLASS_WORDS[value as CallerClass]}</Chip>
          ))}
        <span className="grow" />
        <CopyButton text={identity.value} label="Copy name" />
        {denied === 0 || granted === 0 ? null : (
          <Link href={identityAttemptsHref(identity, range, true)} prefetch={false} className={CONTROL}>
            Denied attempts
          </Link>
        )}
        <Link href={identityAttemptsHref(identity, range)} prefetch={false} className={CONTROL}>
          All {formatPlural(granted + denied, "attempt")}
        </Link>
      </div>
      <p className="text-ink-2">
        First seen <Stamp ms={firstMs} />, last seen <Stamp ms={lastMs} />, at{" "}
        {formatPlural(counts.facets.cluster.distinct, "cluster")} in{" "}
        {formatPlural(counts.totals.sessions, "session")}.
      </p>
      <OnwardLinks links={questionsOfIdentity(report)} label="Questions about it" />
    </>
  );
}

function Stamp({ ms }: { ms: number }) {
  return <TimeText ms={ms} show="second" className="font-mono text-xs text-ink" />;
}
