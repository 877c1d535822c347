import { lazy, Suspense } from "react";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { SideSheetState } from "./use-side-sheet";

/** Loaded when a row is opened: the list does not need it. */
const SideSheet = lazy(() => import("./side-sheet").then(({ SideSheet: sheet }) => ({ default: sheet })));

interface SheetSlotProps {
  readonly sheet: SideSheetState;
  /** Where what is open stands in the list; null = not among the rows in memory. */
  readonly row: number | null;
  readonly total: number;
  readonly rowAt: (index: number) => TracedAttempt | undefined;
  readonly hrefOf: (attempt: Pick<TracedAttempt, "id">) => string;
  /** A row's page is about to be opened. */
  readonly onLeave: (row: number) => void;
}

/** Where the sheet comes to stand. */
export function SheetSlot({ sheet, row, total, rowAt, hrefOf, onLeave }: SheetSlotProps) {
  const { id, calls, step, close } = sheet;
  if (id === null) return null;
  const near = row === null ? [] : [row + 1, row - 1].flatMap((one) => rowAt(one)?.id ?? []);
  return (
    <Suspense fallback={null}>
      <SideSheet
        {...{ id, near, calls, row, total }}
        href={hrefOf({ id })}
        onStep={step}
        onClose={close}
        onLeave={() => row !== null && onLeave(row)}
      />
    </Suspense>
  );
}
