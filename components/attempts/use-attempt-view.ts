import { useQueryClient } from "@tanstack/react-query";
import { type ReadonlyURLSearchParams, useSearchParams } from "next/navigation";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type AttemptView, canonicalQuery } from "@/lib/search-params/attempts/attempt-view";
import { printColumns } from "@/lib/search-params/attempts/list-columns";
import { loadAttemptView } from "@/lib/search-params/attempts/load-attempt-view";
import {
  columnsQuery,
  replaceColumns,
  replaceOpened,
  replacePlace,
} from "@/lib/search-params/attempts/placed-query";
import { askAhead } from "./ask-ahead";

type HistoryStep = "push" | "replace";
export type ViewChange = (change: (view: AttemptView) => AttemptView, history?: HistoryStep) => void;

/** Where in its list a view is: at the newest row that is not later; null = at the start. */
export interface ListPlace {
  readonly atMs: number | null;
  readonly goTo: (atMs: number | null, history: HistoryStep) => void;
}

/** The attempt that is open beside the list; null = none is. */
export interface OpenedAttempt {
  readonly id: string | null;
  readonly show: (id: string | null, history: HistoryStep) => void;
}

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
  const client = useQueryClient();
  const known = useSearchParams();
  const latest = useRef(known);
  useLayoutEffect(() => {
    latest.current = known;
  }, [known]);
  const [written, setWritten] = useState<Written | null>(null);
  const search = written?.over === known ? written.search : known.toString();
  const { view, atMs, openId, columns, problems } = useMemo(
    () => loadAttemptView(new URLSearchParams(search), nowMs),
    [search, nowMs],
  );
  const write = useCallback((query: string, history: HistoryStep) => {
    const { pathname, search: current } = window.location;
    if (query === current) return;
    // Spelt as Next will: or the view would change once more when Next knows it.
    setWritten({ search: new URLSearchParams(query).toString(), over: latest.current });
    if (history === "push") window.history.pushState(null, "", pathname + query);
    else window.history.replaceState(null, "", pathname + query);
  }, []);
  const changeView: ViewChange = useCallback(
    (change, history = "push") => {
      const current = loadAttemptView(new URLSearchParams(window.location.search), nowMs);
      const kept = current.columns === null ? null : printColumns(current.columns);
      const next = change(current.view);
      askAhead(client, next);
      write(columnsQuery(canonicalQuery(next), kept), history);
    },
    [client, nowMs, write],
  );
  const goTo = useCallback(
    (ms: number | null, history: HistoryStep) => write(replacePlace(window.location.search, ms), history),
    [write],
  );
  const show = useCallback(
    (id: string | null, history: HistoryStep) => write(replaceOpened(window.location.search, id), history),
    [write],
  );
  const place: ListPlace = { atMs, goTo };
  const opened: OpenedAttempt = useMemo(() => ({ id: openId, show }), [openId, show]);
  const showColumns = useCallback(
    (text: string | null) => write(replaceColumns(window.location.search, text), "replace"),
    [write],
  );
  return { view, problems, place, opened, columns, showColumns, changeView };
}
