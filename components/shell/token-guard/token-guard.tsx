"use client";
import { lazy, Suspense, useEffect, useState } from "react";
import { watchFields } from "./watch-fields";

const TokenWarning = lazy(() =>
  import("./token-warning").then(({ TokenWarning: warning }) => ({ default: warning })),
);

/** Keeps a pasted token out of every text field of every page: out of addresses, history, storage and requests. */
export function TokenGuard() {
  const [isShown, setShown] = useState(false);
  useEffect(() => watchFields(() => setShown(true)), []);
  if (!isShown) return null;
  return (
    <Suspense fallback={null}>
      <TokenWarning onClose={() => setShown(false)} />
    </Suspense>
  );
}
