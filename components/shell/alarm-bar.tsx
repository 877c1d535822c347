"use client";
import { usePathname } from "next/navigation";
import { lazy, Suspense } from "react";
import { useCoverage } from "./use-coverage";

/** Loaded where there is something to say: mostly there is not. */
const AlarmList = lazy(() => import("./alarm-list").then(({ AlarmList: list }) => ({ default: list })));

/** Stands on every page while a log is silent or no longer read: what is shown below may lack attempts. The cluster's own page tells it itself. */
export function AlarmBar() {
  const { data: coverage } = useCoverage();
  const path = usePathname();
  const alarms = (coverage?.alarms ?? []).filter(
    ({ cluster }) => path !== `/clusters/${encodeURIComponent(cluster)}`,
  );
  if (alarms.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <AlarmList alarms={alarms} />
    </Suspense>
  );
}
