import { useState } from "react";
import type { ViewChange } from "@/components/attempts/use-attempt-view";
import { SafeText } from "@/components/ui/safe-text";
import { LONGEST_RAW_MS } from "@/lib/domain/summarize/raw-search";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { type AttemptView, canonicalQuery } from "@/lib/search-params/attempts/attempt-view";
import { toTimeRange } from "@/lib/search-params/attempts/view-range";
import { RawResult } from "./raw-result";
import { otherFilters, toLastDay } from "./raw-scope";

interface RawLinesProps {
  readonly view: AttemptView;
  readonly nowMs: number;
  readonly changeView: ViewChange;
}

interface Asked {
  /** The view that was asked; another one has not been. */
  readonly query: string;
  readonly range: TimeRange;
}

/** Attempts hold what was understood of the log; a text may also stand in what was not. Offered where one is searched. */
export function RawLines({ view, nowMs, changeView }: RawLinesProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = canonicalQuery(view);
  const range = toTimeRange(view, nowMs);
  if (view.q.trim() === "") return null;
  if (asked?.query === query) {
    return <RawResult view={view} range={asked.range} onClose={() => setAsked(null)} />;
  }
  const tooLong = range.to - range.from > LONGEST_RAW_MS;
  const ignored = otherFilters(view);
  return (
    <p className="flex flex-wrap items-center gap-x-2 border-b border-line px-4 py-1 text-ink-2">
      {tooLong ? (
        <>
          <span>Raw lines are gone through one by one: they can be searched over 24 hours at most.</span>
          <OfferButton label="Show the last 24 hours" onPress={() => changeView(toLastDay)} />
        </>
      ) : (
        <>
          <OfferButton label="Search the raw lines too" onPress={() => setAsked({ query, range })} />
          {ignored === "" ? null : (
            <span>
              They are not narrowed by: <SafeText text={ignored} />.
            </span>
          )}
        </>
      )}
    </p>
  );
}

function OfferButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className="min-h-6 text-accent hover:underline" onClick={onPress}>
      {label}
    </button>
  );
}
