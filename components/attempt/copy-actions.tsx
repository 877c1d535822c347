"use client";
import { lazy, Suspense } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Popover } from "@/components/ui/popover";

/** Loaded when it is opened, with what there is to copy. */
const CopyPanel = lazy(() => import("./copy-panel").then(({ CopyPanel: panel }) => ({ default: panel })));

/** What one pastes into a chat, a ticket or a shell. */
export function CopyActions({ id }: { id: string }) {
  return (
    <>
      <CopyButton
        label="Copy link"
        text={() => `${window.location.origin}/attempts/${encodeURIComponent(id)}`}
      />
      <Popover
        align="right"
        label={
          <>
            Copy as <span aria-hidden="true">▾</span>
          </>
        }
      >
        {() => (
          <Suspense fallback={<p className="text-ink-2">Loading…</p>}>
            <CopyPanel id={id} />
          </Suspense>
        )}
      </Popover>
    </>
  );
}
