import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type AttemptView, canonicalQuery } from "@/lib/search-params/attempt-view";
import { loadAttemptView } from "@/lib/search-params/load-attempt-view";

export type ViewChange = (change: (view: AttemptView) => AttemptView, history?: "push" | "replace") => void;

/**
 * The view as the address bar says it, and how to change it. Next follows the browser's history without asking the
 * server; the change starts from the address itself, so that two quick ones both count.
 */
export function useAttemptView(nowMs: number) {
  const searchParams = useSearchParams();
  const loaded = useMemo(
    () => loadAttemptView(new URLSearchParams(searchParams), nowMs),
    [searchParams, nowMs],
  );
  const changeView: ViewChange = useCallback(
    (change, history = "push") => {
      const { pathname, search } = window.location;
      const { view } = loadAttemptView(new URLSearchParams(search), nowMs);
      const query = canonicalQuery(change(view));
      if (query === search) return;
      if (history === "push") window.history.pushState(null, "", pathname + query);
      else window.history.replaceState(null, "", pathname + query);
    },
    [nowMs],
  );
  return { ...loaded, changeView };
}
