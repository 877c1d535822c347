"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useDismiss } from "@/components/ui/use-dismiss";
import type { SearchValue } from "@/lib/domain/summarize/attempts/values-of-attempt";
import { coverageQuery } from "@/lib/search-params/coverage-query";
import type { AskedMenu } from "./asked-menu";
import { placeBeside } from "./place-beside";
import { searchWithValue } from "./search-with-value";
import { ValueRow } from "./value-row";

const LIST = "/attempts";

/** What one can do with each of the values. Esc and a press outside close it, and the focus goes back to where it was. */
export function ValueMenu({ asked, onClose }: { asked: AskedMenu; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const close = useCallback(() => dialog.current?.close(), []);
  useDismiss(list, true, close);
  const router = useRouter();
  const client = useQueryClient();
  const { values, range, anchor } = asked;
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    placeBeside(element, anchor);
  }, [anchor]);
  const search = (value: SearchValue, excluded: boolean) => {
    const nowMs = client.getQueryData(coverageQuery().queryKey)?.nowMs ?? Date.now();
    const { pathname, search: query } = window.location;
    const from = pathname === LIST || range === null ? { search: query } : range;
    const href = searchWithValue(value, { excluded, from }, nowMs);
    close();
    // The list follows its address without asking the server for the page.
    if (pathname === LIST) window.history.pushState(null, "", href);
    else router.push(href);
  };
  return (
    <dialog
      ref={dialog}
      aria-label="Values"
      onClose={onClose}
      className="m-0 max-h-[75vh] w-[34rem] max-w-[calc(100vw-1rem)] overflow-auto rounded-lg border border-line bg-surface p-0 text-ink shadow-lg backdrop:bg-transparent"
    >
      <ul ref={list} className="grid p-1.5">
        {values.map((value) => (
          <ValueRow key={`${value.key} ${value.value}`} value={value} onSearch={search} onLeave={close} />
        ))}
      </ul>
    </dialog>
  );
}
