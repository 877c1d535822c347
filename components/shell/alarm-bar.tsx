"use client";
import { usePathname } from "next/navigation";
import { formatPlural } from "@/components/ui/format-count";
import { AlarmNote } from "./alarm-note";
import { useCoverage } from "./use-coverage";

/** Few are told at once; the coverage menu has all. */
const TOLD = 2;

/** Stands on every page while a log is silent or no longer read: what is shown below may lack attempts. The cluster's own page tells it itself. */
export function AlarmBar() {
  const { data: coverage } = useCoverage();
  const path = usePathname();
  const alarms = (coverage?.alarms ?? []).filter(
    ({ cluster }) => path !== `/clusters/${encodeURIComponent(cluster)}`,
  );
  if (alarms.length === 0) return null;
  const more = alarms.length - TOLD;
  return (
    <aside aria-label="Alarms" className="border-b border-line bg-open-soft px-4 py-1.5">
      <ul className="grid gap-0.5">
        {alarms.slice(0, TOLD).map((alarm) => (
          <AlarmNote key={alarm.sourceId} alarm={alarm} />
        ))}
      </ul>
      {more > 0 ? (
        <p className="mt-0.5 text-ink-2">And {formatPlural(more, "more alarm")}: see the clusters.</p>
      ) : null}
    </aside>
  );
}
