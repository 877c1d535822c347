"use client";
import { lazy, Suspense, useState } from "react";
import { useIsAuditor } from "@/components/sign-in/signed-in-context";
import { CONTROL } from "@/components/ui/control-class";

/** Loaded when it is opened. */
const ShareDialog = lazy(() =>
  import("./share-dialog").then(({ ShareDialog: dialog }) => ({ default: dialog })),
);

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
        <Suspense fallback={null}>
          <ShareDialog view={view} onClose={() => setView(null)} />
        </Suspense>
      )}
    </>
  );
}
