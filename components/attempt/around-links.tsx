import Link from "next/link";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { aroundHref, principalAroundHref } from "./attempt-links";

const LINK = "text-accent hover:underline";

/** What went on around an attempt: of its principal, and of everybody. */
export function AroundLinks({ attempt }: { attempt: Attempt }) {
  const own = principalAroundHref(attempt);
  return (
    <span className="ml-1 flex flex-wrap gap-x-3">
      {own === null ? null : (
        <Link href={own} prefetch={false} className={LINK}>
          This principal ±5 min
        </Link>
      )}
      <Link href={aroundHref(attempt.timeMs)} prefetch={false} className={LINK}>
        Everything ±5 min
      </Link>
    </span>
  );
}
