"use client";
import { lazy, Suspense } from "react";
import type { SignedIn } from "@/components/sign-in/signed-in";
import { Popover } from "@/components/ui/popover";
import { UTC } from "@/lib/domain/time/zone";
import { useSettings } from "./settings-provider";

/** Loaded when it is opened: no page needs it before. */
const SettingsPanel = lazy(() =>
  import("./settings-panel").then(({ SettingsPanel: panel }) => ({ default: panel })),
);

/** Whose clock times are printed by, and light or dark. */
export function SettingsMenu({ signedIn }: { signedIn: SignedIn | null }) {
  const { zone } = useSettings();
  const label = (
    <>
      <span className="sr-only">Settings. Times: </span>
      {zone === UTC ? "UTC" : "Local"} <span aria-hidden="true">▾</span>
    </>
  );
  return (
    <Popover label={label} align="right">
      {() => (
        <Suspense fallback={<p className="text-ink-2">Loading…</p>}>
          <SettingsPanel signedIn={signedIn} />
        </Suspense>
      )}
    </Popover>
  );
}
