import Link from "next/link";
import { SafeText } from "@/components/ui/safe-text";
import type { CoverageAlarm } from "@/lib/domain/summarize/coverage/coverage-report";

/** One alarm in its sentence, with the way to its cluster. */
export function AlarmNote({ alarm: { cluster, sentence } }: { alarm: CoverageAlarm }) {
  return (
    <li className="flex gap-1.5">
      <span aria-hidden="true" className="text-open">
        ⚠
      </span>
      <span>
        <SafeText text={sentence} />{" "}
        <Link
          href={`/clusters/${encodeURIComponent(cluster)}`}
          prefetch={false}
          className="whitespace-nowrap text-accent underline"
        >
          Coverage
        </Link>
      </span>
    </li>
  );
}
