import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import type { NameSource } from "@/lib/domain/correlate/chain/name-source";
import type { OriginName } from "@/lib/domain/correlate/chain/told-names";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import { describeDirectory, whyNameDiffers } from "@/lib/domain/summarize/chain/describe-names";
import { CONFIDENCE_WORDS, NAME_WORDS } from "./chain-words";

/** Who says another name than the one that counts, and what directories know. */
export function NameLines({ chain: { origin, names, directory } }: { chain: AttemptChain }) {
  const [chosen, ...others] = names;
  return (
    <>
      {others.map((other) =>
        other.agrees || chosen === undefined ? null : (
          <OtherName key={other.name} other={other} chosen={chosen.from} />
        ),
      )}
      {describeDirectory(directory, origin).map((line) => (
        <p key={line} className="text-xs text-ink-2">
          <SafeText text={line} breakable />
        </p>
      ))}
    </>
  );
}

function OtherName({ other, chosen }: { other: OriginName; chosen: NameSource }) {
  const { name, from, isClaimed } = other;
  const { word, tone, title } = CONFIDENCE_WORDS.claimed;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <Chip tone="open">◌ names differ</Chip>
      <SafeText text={name} breakable className="font-semibold" />
      {isClaimed ? (
        <Chip tone={tone} title={title}>
          {word}
        </Chip>
      ) : null}
      <span className="text-ink-2">
        {NAME_WORDS[from]}: {whyNameDiffers(chosen, other)}.
      </span>
    </p>
  );
}
