import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { SentenceParts } from "@/components/attempt/sentence-parts";
import { Card } from "@/components/ui/card";
import { formatPlural } from "@/components/ui/format-count";
import type { WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import { formatSpan } from "@/lib/domain/time/format-time";

const SHOWN = 12;

/** Who made how many of the requests that are shown. */
export function MakersCard({ makers }: Pick<WhoDidThis, "makers">) {
  return (
    <Card title="Who" aside="of the requests below">
      <ul aria-label="Who" className="grid gap-1">
        {makers.slice(0, SHOWN).map(({ text, claimed, origin, requests, firstMs, lastMs }) => (
          <li key={`${text} ${origin?.kind ?? ""}`} className="flex flex-wrap items-baseline gap-x-2">
            <SentenceParts parts={[{ text, strong: true, claimed }]} />
            <span className="text-xs text-ink-2">
              {origin === null ? "only by the record's own words" : CLASS_WORDS[origin.kind]} ·{" "}
              {formatPlural(requests, "request")} · {formatSpan(firstMs, lastMs)} UTC
            </span>
          </li>
        ))}
      </ul>
      {makers.length > SHOWN ? (
        <p className="mt-1 text-xs text-ink-2">and {makers.length - SHOWN} more</p>
      ) : null}
    </Card>
  );
}
