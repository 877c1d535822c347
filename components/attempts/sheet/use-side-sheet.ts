import { useRouter } from "next/navigation";
import { type MouseEvent, useCallback, useEffect, useState } from "react";
import { useMediaQuery } from "@/components/ui/use-media-query";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { RowFocus } from "../list/use-row-focus";
import type { OpenedAttempt } from "../use-attempt-view";

interface SheetOverList {
  readonly opened: OpenedAttempt;
  /** Where what is open stands in the list; null = nothing is, or not among the rows in memory. */
  readonly row: number | null;
  readonly rowAt: (index: number) => TracedAttempt | undefined;
  readonly hrefOf: (attempt: Pick<TracedAttempt, "id">) => string;
  readonly focus: RowFocus;
  readonly reveal: (index: number) => void;
}

export interface SideSheetState {
  /** The attempt in the sheet; null = it is closed. */
  readonly id: string | null;
  /** Counts how often a row was opened: then the sheet takes the focus. */
  readonly calls: number;
  /** Whether a press on a row opens the sheet, and not the page. */
  readonly takes: (event: MouseEvent) => boolean;
  readonly open: (index: number) => void;
  readonly close: () => void;
  /** Moves what is open by so many rows, or the focus where nothing is. */
  readonly step: (rows: number) => void;
}

/** There is room for a sheet beside the list; elsewhere an attempt has its page. */
const WIDE = "(width >= 68.75rem)";

/** The attempt that is open beside the list, and how rows, keys and the address change it. */
export function useSideSheet({ opened, row, rowAt, hrefOf, focus, reveal }: SheetOverList): SideSheetState {
  const wide = useMediaQuery(WIDE);
  const [calls, setCalls] = useState(0);
  const { id, show } = opened;
  const { goTo, step: stepFocus, focused } = focus;
  usePageWhereNarrow(id !== null && !wide ? hrefOf({ id }) : null);
  const open = (index: number) => {
    const attempt = rowAt(index);
    if (attempt === undefined) return;
    show(attempt.id, id === null ? "push" : "replace");
    setCalls((before) => before + 1);
  };
  const close = useCallback(() => {
    show(null, "replace");
    if (row !== null) goTo(row);
  }, [show, row, goTo]);
  const step = useCallback(
    (rows: number) => {
      if (id === null) return stepFocus(rows);
      const attempt = row === null ? undefined : rowAt(row + rows);
      if (row === null || attempt === undefined) return;
      if (focused === null) reveal(row + rows);
      else goTo(row + rows);
      show(attempt.id, "replace");
    },
    [id, row, rowAt, stepFocus, focused, reveal, goTo, show],
  );
  const takes = (event: MouseEvent) => wide && !isForAnotherTab(event);
  return { id: wide ? id : null, calls, takes, open, close, step };
}

function isForAnotherTab(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

/** A link that opens a sheet leads to the attempt's page where there is no room for one. */
function usePageWhereNarrow(href: string | null): void {
  const router = useRouter();
  useEffect(() => {
    if (href !== null) router.replace(href);
  }, [router, href]);
}
