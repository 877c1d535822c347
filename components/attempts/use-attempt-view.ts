import { type ReadonlyURLSearchParams, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { type AttemptView, canonicalQuery } from "@/lib/search-params/attempt-view";
import { loadAttemptView } from "@/lib/search-params/load-attempt-view";

export type ViewChange = (change: (view: AttemptView) => AttemptView, history?: "push" | "replace") => void;

/** What was just written to the address, over what Next knew of it; void as soon as Next knows anything newer. */
interface Written {
  readonly search: string;
  readonly over: ReadonlyURLSearchParams;
}

/**
 * The view as the address bar says it, and how to change it. Next follows the browser's history without asking the
 * server, but a moment later; a pressed checkbox must not wait for that. A change starts from the address itself, so
 * that two quick ones both count.
 */
export function useAttemptView(nowMs: number) {
  const known = useSearchParams();
  const [written, setWritten] = useState<Written | null>(null);
  const search = written?.over === known ? written.search : known.toString();
  const loaded = useMemo(() => loadAttemptView(new URLSearchParams(search), nowMs), [search, nowMs]);
  const changeView: ViewChange = useCallback(
    (change, history = "push") => {
      const { pathname, search: current } = window.location;
      const query = canonicalQuery(change(loadAttemptView(new URLSearchParams(current), nowMs).view));
      if (query === current) return;
      setWritten({ search: query, over: known });
      if (history === "push") window.history.pushState(null, "", pathname + query);
      else window.history.replaceState(null, "", pathname + query);
    },
    [nowMs, known],
  );
  return { ...loaded, changeView };
}
