import { useMemo, useRef } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { formatCount } from "@/components/ui/format-count";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { ClusterState, ClusterSummary } from "@/lib/domain/summarize/clusters/cluster-report";
import type { ClusterListView } from "@/lib/search-params/clusters/cluster-list-view";
import { describeState } from "./cluster-words";
import { countByState, matchText } from "./pick-clusters";

interface ClusterFilterProps {
  readonly clusters: readonly ClusterSummary[];
  readonly view: ClusterListView;
  readonly onChange: (view: ClusterListView) => void;
}

const LONGEST = 256;

/** Narrows the clusters by a text and by their states; `/` leads here. */
export function ClusterFilter({ clusters, view, onChange }: ClusterFilterProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts(useMemo(() => ({ "/": { does: "Search clusters", run: () => input.current?.focus() } }), []));
  return (
    <search className="flex flex-wrap items-center gap-2">
      <input
        ref={input}
        type="search"
        aria-label="Search clusters"
        placeholder="Search names, accounts, Regions, problems"
        maxLength={LONGEST}
        value={view.q}
        onChange={(event) => onChange({ ...view, q: event.target.value })}
        className="h-7 min-w-0 grow rounded-md border border-line bg-surface px-2.5 placeholder:text-ink-3 hover:border-line-strong max-sm:basis-full sm:max-w-96"
      />
      <StateButtons counts={countByState(matchText(clusters, view.q))} view={view} onChange={onChange} />
    </search>
  );
}

interface StateButtonsProps extends Omit<ClusterFilterProps, "clusters"> {
  readonly counts: readonly (readonly [ClusterState, number])[];
}

/** Those that there are, and those that are chosen: these must stay to be undone. */
function StateButtons({ counts, view, onChange }: StateButtonsProps) {
  const absent = view.state.filter((state) => !counts.some(([name]) => name === state));
  const all = [...counts, ...absent.map((state) => [state, 0] as const)];
  if (all.length < 2 && view.state.length === 0) return null;
  return (
    <fieldset aria-label="States" className="flex flex-wrap gap-1.5">
      {all.map(([state, count]) => {
        const isChosen = view.state.includes(state);
        const rest = view.state.filter((one) => one !== state);
        return (
          <button
            key={state}
            type="button"
            aria-pressed={isChosen}
            className={`${CONTROL} aria-pressed:border-accent aria-pressed:bg-sunken`}
            onClick={() => onChange({ ...view, state: isChosen ? rest : [...rest, state] })}
          >
            {describeState({ state, progress: null }).word}
            <span className="font-mono text-xs text-ink-2">{formatCount(count)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
