import { SourceProblemNote } from "@/components/shell/source-problem-note";
import { CONTROL } from "@/components/ui/control-class";
import { toVisibleString } from "@/components/ui/visible-text";
import { replaceTerm } from "@/lib/search-params/attempts/narrow-view";
import { clearFilters } from "./toolbar/clear-filters";
import type { EmptyReason, Remedy } from "./empty-reasons";
import type { ViewChange } from "./use-attempt-view";

const LABELS: Record<Exclude<Remedy["kind"], "widen">, string> = {
  "show-noise": "Show them",
  "clear-filters": "Clear filters",
  "show-range": "Show what was read",
};

/** Why there is nothing to see, with what can be done about it. */
export function EmptyState({
  reasons,
  changeView,
}: {
  reasons: readonly EmptyReason[];
  changeView: ViewChange;
}) {
  return (
    <div role="status" className="grid gap-5 px-4 py-10 sm:px-8">
      {reasons.map(({ title, detail, problem, remedy }) => (
        <section key={title} className="grid max-w-2xl justify-items-start gap-1.5">
          <h2 className="text-base font-semibold">{title}</h2>
          {detail === "" ? null : <p className="text-ink-2">{detail}</p>}
          {problem === null ? null : <SourceProblemNote problem={problem} />}
          {remedy === null ? null : (
            <button
              type="button"
              className={`${CONTROL} mt-1`}
              onClick={() => applyRemedy(remedy, changeView)}
            >
              {labelOf(remedy)}
            </button>
          )}
        </section>
      ))}
    </div>
  );
}

function labelOf(remedy: Remedy): string {
  return remedy.kind === "widen" ? `Search for *${toVisibleString(remedy.literal)}*` : LABELS[remedy.kind];
}

function applyRemedy(remedy: Remedy, changeView: ViewChange): void {
  if (remedy.kind === "show-noise") changeView((view) => ({ ...view, noise: "show" }));
  else if (remedy.kind === "clear-filters") changeView(clearFilters);
  else if (remedy.kind === "widen") changeView((view) => replaceTerm(view, remedy.literal, remedy.wider));
  else changeView((view) => ({ ...view, range: "24h", ...remedy.range }));
}
