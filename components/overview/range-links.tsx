import Link from "next/link";
import { OVERVIEW_RANGES } from "@/lib/search-params/overview/overview-view";
import { DEFAULT_RANGE, describeRelativeRange } from "@/lib/search-params/parameters/relative-range";

/** The window, at the viewer's choice; it stands in the address. */
export function RangeLinks({ range }: { range: string }) {
  const offered: string[] = [...OVERVIEW_RANGES];
  return (
    <nav aria-label="Window of time" className="flex gap-1">
      {(offered.includes(range) ? offered : [...offered, range]).map((one) => (
        <Link
          key={one}
          href={one === DEFAULT_RANGE ? "/" : `/?range=${one}`}
          prefetch={false}
          aria-label={describeRelativeRange(one)}
          aria-current={one === range ? "true" : undefined}
          className={`rounded-md border border-line px-2.5 py-1 hover:text-accent ${one === range ? "bg-sunken font-medium text-ink" : "text-ink-2"}`}
        >
          {describeRelativeRange(one).replace("Last ", "")}
        </Link>
      ))}
    </nav>
  );
}
