import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { CONFIDENCE_WORDS } from "@/components/attempt/chain/chain-words";
import { IdentityLink } from "@/components/identity/identity-link";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { LONGEST_VALUE } from "@/lib/domain/identity/identity-ref";
import type { Comer } from "@/lib/domain/summarize/questions/entrances/entrance";

/** Who came, what he is, and how sure that is. */
export function ComerName({ comer: { kind, name, confidence } }: { comer: Comer }) {
  const identity = identityOf(kind, name);
  return (
    <>
      <span className="text-ink-2">{CLASS_WORDS[kind]}</span>
      {identity === null ? (
        <SafeText text={name || "no name is known"} breakable className="font-mono text-xs font-semibold" />
      ) : (
        <span className="font-semibold">
          <IdentityLink identity={identity} text={name} />
        </span>
      )}
      {confidence === null ? null : (
        <Chip tone={CONFIDENCE_WORDS[confidence].tone} title={CONFIDENCE_WORDS[confidence].title}>
          {CONFIDENCE_WORDS[confidence].word}
        </Chip>
      )}
    </>
  );
}

function identityOf(kind: Comer["kind"], value: string): IdentityRef | null {
  if (value === "" || value.length > LONGEST_VALUE) return null;
  return kind === "person" || kind === "workload" || kind === "ci" ? { kind, value } : null;
}
