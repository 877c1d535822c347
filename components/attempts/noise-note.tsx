import { formatCount, formatPlural } from "@/components/ui/format-count";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import type { ViewChange } from "./use-attempt-view";

interface NoiseNoteProps {
  readonly view: AttemptView;
  readonly folded: Facets["folded"];
  readonly changeView: ViewChange;
}

/** Nodes and EKS's own actors come in all the time; they are folded away, counted, and one press from sight. */
export function NoiseNote({ view, folded, changeView }: NoiseNoteProps) {
  const shown = view.noise === "show";
  if (!shown && folded.node + folded.aws === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 border-b border-line px-4 py-1 text-ink-2">
      <span>{shown ? "Nodes and EKS itself are shown." : `${describeFolded(folded)} are folded away.`}</span>
      <button
        type="button"
        className="min-h-6 text-accent hover:underline"
        onClick={() => changeView((current) => ({ ...current, noise: shown ? "fold" : "show" }))}
      >
        {shown ? "Fold away" : "Show"}
      </button>
    </p>
  );
}

function describeFolded({ node, aws }: Facets["folded"]): string {
  const nodes = `${formatPlural(node, "attempt")} by nodes`;
  if (aws === 0) return nodes;
  return node === 0
    ? `${formatPlural(aws, "attempt")} by EKS itself`
    : `${nodes} and ${formatCount(aws)} by EKS itself`;
}
