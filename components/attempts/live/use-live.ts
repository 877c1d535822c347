import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { isReading } from "@/components/shell/use-coverage";
import { coverageQuery } from "@/lib/search-params/clusters/coverage-query";
import {
  facetsQuery,
  histogramQuery,
  NEW_ATTEMPTS_KEY,
} from "@/lib/search-params/attempts/attempt-counts-queries";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { isFollowing } from "@/lib/search-params/attempts/view-range";
import { type LiveState, listenLive } from "./listen-live";

export interface Live {
  /** `fixed`: the view's time has an end, nothing new belongs to it. */
  readonly state: LiveState | "paused" | "fixed";
  readonly toggle: () => void;
}

/** Asks for the view's own counts as soon as something is stored, while the page is in sight and nobody paused it. */
export function useLive(view: AttemptView): Live {
  const client = useQueryClient();
  const [paused, setPaused] = useState(false);
  const [state, setState] = useState<LiveState>("connecting");
  const following = isFollowing(view);
  const visible = usePageVisible();
  const clusters = JSON.stringify(view.cluster);
  // What is listened to stays the same when the view changes.
  const ask = useEffectEvent(() => {
    const coverage = coverageQuery().queryKey;
    // While the past is read something is stored all the time, and the page asks every few seconds anyway.
    if (isReading(client.getQueryData(coverage))) return;
    const keys = [coverage, histogramQuery(view).queryKey, facetsQuery(view).queryKey, [NEW_ATTEMPTS_KEY]];
    // A question that is under way is let answer: or on a large store none would ever come to its end.
    for (const queryKey of keys) void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
  });
  useEffect(() => {
    if (!following || paused || !visible) return;
    return listenLive(JSON.parse(clusters), { onState: setState, onStored: () => ask() });
  }, [following, paused, visible, clusters]);
  const toggle = useCallback(() => setPaused((before) => !before), []);
  return { state: following ? (paused ? "paused" : state) : "fixed", toggle };
}

function usePageVisible(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener("visibilitychange", onChange);
      return () => document.removeEventListener("visibilitychange", onChange);
    },
    () => document.visibilityState === "visible",
    () => false,
  );
}
