import Link from "next/link";
import { formatMoment } from "@/lib/domain/time/format-time";

/** An instant, which leads to the attempt of that time. */
export function MomentLink({ attemptId, timeMs }: { attemptId: string; timeMs: number }) {
  return (
    <Link href={`/attempts/${attemptId}`} prefetch={false} className="text-accent underline">
      <time dateTime={new Date(timeMs).toISOString()}>{formatMoment(timeMs)} UTC</time>
    </Link>
  );
}
