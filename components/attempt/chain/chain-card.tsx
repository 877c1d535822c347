import { Card } from "@/components/ui/card";
import { SafeText } from "@/components/ui/safe-text";
import type { AttemptChain, MissingHop } from "@/lib/domain/summarize/chain/attempt-chain";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { ChainHop } from "./chain-hop";
import { ChainLookupsPart } from "./chain-lookups";
import { SET_ASIDE_WORDS } from "./chain-words";
import { OriginLines } from "./origin-lines";

/** How the caller came by his credentials: from who he is, hop by hop, to the session that the cluster saw. */
export function ChainCard({ detail: { chain, hopRecords } }: { detail: AttemptDetail }) {
  const records = new Map(hopRecords.map((record) => [record.eventId, record]));
  return (
    <Card title="Who is behind it" aside="from the origin to the session that the cluster saw">
      <OriginLines chain={chain} />
      {chain.hops.length === 0 ? (
        <p className="mt-1 text-ink-2">{NO_HOPS[chain.end] ?? NOT_READ}</p>
      ) : (
        <ol aria-label="Hops from the origin to the session" className="mt-3 grid gap-2.5">
          {chain.hops.map((hop) => {
            const ids = hop.eventId === null ? hop.alternatives : [hop.eventId];
            const found = ids.flatMap((id) => records.get(id) ?? []);
            return <ChainHop key={ids.join()} hop={hop} records={found} />;
          })}
        </ol>
      )}
      {chain.setAside.map(({ eventId, reason }) => (
        <p key={eventId} className="mt-2 text-xs text-open">
          Event <SafeText text={eventId} breakable className="font-mono" /> {SET_ASIDE_WORDS[reason]}.
        </p>
      ))}
      {chain.missing === null ? null : <Missing missing={chain.missing} />}
      <ChainLookupsPart chain={chain} />
    </Card>
  );
}

const NOT_READ = "None of the events that issued these credentials has been read.";
const NO_HOPS: Readonly<Partial<Record<AttemptChain["end"], string>>> = {
  origin: "Long-lived credentials, or AWS's own: nothing stands before them.",
  nobody: "STS vouched for nobody, so nothing leads to anybody.",
};

function Missing({ missing: { what, why, next } }: { missing: MissingHop }) {
  return (
    <div className="mt-3 border-t border-line pt-2.5">
      <p>
        Not seen: <SafeText text={what} breakable />
      </p>
      <ul className="mt-1 list-disc pl-5 text-ink-2">
        {why.map((reason) => (
          <li key={reason}>
            <SafeText text={reason} breakable />
          </li>
        ))}
        {next.map((step) => (
          <li key={step}>
            To do: <SafeText text={step} breakable className="font-mono text-xs" />
          </li>
        ))}
      </ul>
    </div>
  );
}
