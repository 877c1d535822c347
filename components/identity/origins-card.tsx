import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { CONFIDENCE_WORDS, NAME_WORDS } from "@/components/attempt/chain/chain-words";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { Confidence } from "@/lib/domain/correlate/attempt";
import { identityOfOrigin } from "@/lib/domain/correlate/chain/identity-of-origin";
import type { IdentityOrigin, IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { CountedList } from "./counted-list";
import { IdentityLink } from "./identity-link";

/** What stands at the start of the credentials. */
export function OriginsCard({ report: { origins, counts } }: { report: IdentityReport }) {
  const traced = origins.reduce((sum, { attempts }) => sum + attempts, 0);
  const left = counts.totals.granted + counts.totals.denied - traced;
  return (
    <Card
      title="Who is behind it"
      aside={left > 0 ? `${formatPlural(left, "attempt")} not traced yet` : undefined}
    >
      {origins.length === 0 ? (
        <p className="text-ink-2">Nobody is known: none of its sessions is traced.</p>
      ) : (
        <CountedList
          label="Origins"
          rows={origins.map((origin) => ({
            key: JSON.stringify(origin),
            count: origin.attempts,
            content: <OriginName origin={origin} />,
          }))}
        />
      )}
    </Card>
  );
}

/** Who it is, how sure that is, and where the name is from. */
export function OriginName({ origin }: { origin: IdentityOrigin }) {
  const { kind, name, nameFrom, sure } = origin;
  const identity = identityOfOrigin(origin);
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="text-ink-2">{CLASS_WORDS[kind]}</span>
        {identity === null ? (
          <SafeText text={name ?? "no name is known"} breakable className="font-mono text-xs" />
        ) : (
          <IdentityLink identity={identity} text={identity.value} />
        )}
        {sure.map(({ confidence, attempts }) => (
          <SureChip key={confidence} confidence={confidence} part={sure.length > 1 ? attempts : null} />
        ))}
      </span>
      {nameFrom === null || name === null ? null : (
        <span className="block text-xs text-ink-3">Name: {NAME_WORDS[nameFrom]}.</span>
      )}
    </>
  );
}

/** `part`: of how many attempts it holds; null = of all. */
function SureChip({ confidence, part }: { confidence: Confidence | null; part: number | null }) {
  if (confidence === null) return null;
  const { word, tone, title } = CONFIDENCE_WORDS[confidence];
  return (
    <Chip tone={tone} title={title}>
      {word}
      {part === null ? "" : `, ${formatCount(part)}`}
    </Chip>
  );
}
