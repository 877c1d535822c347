import Link from "next/link";
import { Chip } from "@/components/ui/chip";
import { Fact, FactList } from "@/components/ui/fact-list";
import { SafeText } from "@/components/ui/safe-text";
import type { OriginFact } from "@/lib/domain/correlate/chain/origin-fact";
import { isMasked } from "@/lib/domain/redact/is-masked";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import { identityOfOrigin } from "@/lib/domain/correlate/chain/identity-of-origin";
import { identityPath } from "@/lib/search-params/identities/identity-path";
import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { CONFIDENCE_WORDS, NAME_WORDS } from "./chain-words";
import { FACT_WORDS } from "./fact-words";
import { NameLines } from "./name-lines";

/** Who stands at the start: the name, who says it, and what else is known. */
export function OriginLines({ chain }: { chain: AttemptChain }) {
  const { origin, facts } = chain;
  const { kind, name, nameFrom, confidence, userId } = origin;
  const sure = confidence === null ? null : CONFIDENCE_WORDS[confidence];
  const identity = identityOfOrigin(origin);
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-ink-2">{CLASS_WORDS[kind]}</span>
        {name === null ? null : <SafeText text={name} breakable className="font-semibold" />}
        {identity === null || isMasked(identity.value) ? null : (
          <Link href={identityPath(identity)} prefetch={false} className="text-accent hover:underline">
            All about {kind === "person" ? "this person" : "it"}
          </Link>
        )}
        {sure === null ? null : (
          <Chip tone={sure.tone} title={sure.title}>
            {sure.word}
          </Chip>
        )}
      </p>
      {nameFrom === null || name === null ? null : (
        <p className="text-xs text-ink-2">Name: {NAME_WORDS[nameFrom]}.</p>
      )}
      <NameLines chain={chain} />
      <Known facts={facts} userId={userId} />
    </div>
  );
}

function Known({ facts, userId }: { facts: readonly OriginFact[]; userId: string | null }) {
  if (facts.length === 0 && userId === null) return null;
  return (
    <div className="mt-1 text-xs">
      <FactList>
        {facts.map(({ fact, value, isClaimed }) => (
          <Fact key={fact} name={FACT_WORDS[fact]}>
            <SafeText text={value} breakable className="font-mono" />
            {isClaimed ? <Claim /> : null}
          </Fact>
        ))}
        {userId === null ? null : (
          <Fact name="Identity Center user id">
            <SafeText text={userId} breakable className="font-mono" />
          </Fact>
        )}
      </FactList>
    </div>
  );
}

function Claim() {
  const { word, tone, title } = CONFIDENCE_WORDS.claimed;
  return (
    <span className="ml-2">
      <Chip tone={tone} title={title}>
        {word}
      </Chip>
    </span>
  );
}
