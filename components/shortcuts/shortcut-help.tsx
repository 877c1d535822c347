"use client";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useShortcuts } from "@/components/ui/use-shortcuts";

/** Loaded when it is opened: no page needs it before. */
const ShortcutDialog = lazy(() =>
  import("./shortcut-dialog").then(({ ShortcutDialog: dialog }) => ({ default: dialog })),
);

/** `?` lists the keys of the page. */
export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useShortcuts(useMemo(() => ({ "?": { does: "These keys", run: () => setOpen(true) } }), []));
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <ShortcutDialog onClose={close} />
    </Suspense>
  );
}
