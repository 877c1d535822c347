import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { type FrozenList, listPositionQuery } from "@/lib/search-params/attempts/attempt-list-queries";
import type { ListPlace } from "../use-attempt-view";

interface PlacedList {
  readonly list: FrozenList;
  /** The list is of the view before. */
  readonly stale: boolean;
  readonly place: ListPlace;
  readonly topRow: number;
  /** When the top row happened; null = it is not loaded. */
  readonly topMs: number | null;
  readonly scrollToRow: (row: number) => void;
}

const KEEP_MS = 300;

/**
 * Holds the list's place and the address together: what the address names is scrolled to, and where one has scrolled
 * to is written down, so that back, forward, reload and a link lead there again. Gives what writes it at once.
 */
export function useListPlace({ list, stale, place, topRow, topMs, scrollToRow }: PlacedList): () => void {
  const client = useQueryClient();
  const { atMs, goTo } = place;
  const located = useQuery({ ...listPositionQuery(list, atMs ?? 0), enabled: atMs !== null && !stale });
  const target = atMs === null ? 0 : located.data;
  // Where the list was last scrolled to by the address, or what was last written there.
  const arrived = useRef<string | null>(null);
  useLayoutEffect(() => {
    const key = keyOf(list, atMs);
    if (stale || target === undefined || arrived.current === key) return;
    const opened = arrived.current === null;
    arrived.current = key;
    // A list that opens at its start opens with all that stands above it.
    if (opened && atMs === null) window.scrollTo({ top: 0, behavior: "instant" });
    else scrollToRow(Math.min(target, list.total - 1));
  }, [list, atMs, stale, target, scrollToRow]);
  const keep = useCallback(() => {
    const nextMs = topRow === 0 ? null : topMs;
    if (arrived.current !== keyOf(list, atMs) || nextMs === atMs || (topRow > 0 && topMs === null)) return;
    if (nextMs !== null) client.setQueryData(listPositionQuery(list, nextMs).queryKey, topRow);
    arrived.current = keyOf(list, nextMs);
    goTo(nextMs, "replace");
  }, [client, list, atMs, goTo, topRow, topMs]);
  useEffect(() => {
    const timer = setTimeout(keep, KEEP_MS);
    return () => clearTimeout(timer);
  }, [keep]);
  useManualRestoration();
  return keep;
}

function keyOf(list: FrozenList, atMs: number | null): string {
  return `${list.query} ${atMs}`;
}

/** The browser knows how many pixels were scrolled; the rows may stand elsewhere by now. */
function useManualRestoration(): void {
  useEffect(() => {
    window.history.scrollRestoration = "manual";
    return () => {
      window.history.scrollRestoration = "auto";
    };
  }, []);
}
