"use client";
import { lazy, Suspense, useState } from "react";
import { useIsAuditor } from "@/components/sign-in/signed-in-context";
import { CONTROL } from "@/components/ui/control-class";
import { Modal } from "@/components/ui/modal";

/** Loaded when it is opened. */
const SharePanel = lazy(() => import("./share-panel").then(({ SharePanel: panel }) => ({ default: panel })));

/** Freezes a view for others; absent: what the page shows. Nothing for those who may not share. */
export function ShareButton({ of }: { of?: string }) {
  const mayShare = useIsAuditor();
  const [view, setView] = useState<string | null>(null);
  if (!mayShare) return null;
  const open = () => setView(of ?? window.location.pathname + window.location.search);
  return (
    <>
      <button type="button" className={CONTROL} onClick={open}>
        Share
      </button>
      {view === null ? null : (
        <Modal label="Share" className="m-auto w-[48rem]" onClose={() => setView(null)}>
          {() => (
            <Suspense fallback={<p className="p-4 text-ink-2">Loading …</p>}>
              <SharePanel view={view} />
            </Suspense>
          )}
        </Modal>
      )}
    </>
  );
}
