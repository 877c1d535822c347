import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { attemptQuery } from "@/lib/search-params/attempts/attempt-queries";
import { QueryFailure } from "../query-failure";
import { SheetAttempt } from "./sheet-attempt";
import { SheetBar, type SheetBarProps } from "./sheet-bar";
import { usePrefetchedAttempts } from "./use-prefetched-attempts";

interface SideSheetProps extends SheetBarProps {
  readonly id: string;
  /** The attempts that the next step may lead to. */
  readonly near: readonly string[];
  /** Each time it grows the sheet takes the focus. */
  readonly calls: number;
}

/** One attempt beside the list, which stays where it is and can be used meanwhile. */
export function SideSheet({ id, near, calls, ...bar }: SideSheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const scrolled = useRef<HTMLDivElement>(null);
  const { data, isPlaceholderData, isError, error, refetch } = useQuery({
    ...attemptQuery(id),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (calls > 0) sheet.current?.focus({ preventScroll: true });
  }, [calls]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is read from its start.
  useEffect(() => {
    scrolled.current?.scrollTo({ top: 0 });
  }, [id]);
  usePrefetchedAttempts(near, data !== undefined && !isPlaceholderData);
  useSheetKeys(bar);
  return (
    <section
      ref={sheet}
      data-side-sheet
      data-values-scope
      aria-label="Attempt beside the list"
      tabIndex={-1}
      className="fixed inset-y-0 right-0 z-30 flex w-[min(42rem,50vw)] flex-col border-l border-line-strong bg-paper shadow-lg focus-visible:outline-2 focus-visible:-outline-offset-2"
    >
      <SheetBar {...bar} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keyboard too. */}
      <div ref={scrolled} tabIndex={0} className="min-h-0 grow overflow-y-auto" aria-busy={isPlaceholderData}>
        {isError ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null}
        {data === undefined && !isError ? <p className="p-4 text-ink-2">Loading…</p> : null}
        {data === undefined || isError ? null : <SheetAttempt key={data.attempt.id} detail={data} />}
      </div>
    </section>
  );
}

function useSheetKeys({ onStep, onClose }: Pick<SheetBarProps, "onStep" | "onClose">): void {
  useShortcuts(
    useMemo(
      () => ({
        ArrowRight: { does: "Next attempt, while one is open", run: () => onStep(1) },
        ArrowLeft: { does: "Attempt before, while one is open", run: () => onStep(-1) },
        Escape: { does: "Close the attempt, and back to its row", run: () => isOnTop() && onClose() },
      }),
      [onStep, onClose],
    ),
  );
}

/** Esc first closes what is open over the sheet. */
function isOnTop(): boolean {
  return document.querySelector("dialog[open], [aria-expanded=true][aria-controls]") === null;
}
