import { formatPlural } from "@/components/ui/format-count";
import type { CoverageAlarm } from "@/lib/domain/summarize/coverage/coverage-report";
import { AlarmNote } from "./alarm-note";

/** Few are told at once; the coverage menu has all. */
const TOLD = 2;

/** The first alarms, and how many more there are. */
export function AlarmList({ alarms }: { alarms: readonly CoverageAlarm[] }) {
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
