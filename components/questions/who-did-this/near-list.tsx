import Link from "next/link";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { NearQuestion } from "@/lib/domain/summarize/questions/who-did-this/near-questions";

/** What is kept that is near, each as the question that finds it. */
export function NearList({ near, params }: { near: readonly NearQuestion[]; params: URLSearchParams }) {
  if (near.length === 0) return null;
  return (
    <nav aria-label="What is kept that is near">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        <li className="text-ink-2">What is kept that is near:</li>
        {near.map(({ text, count, change }) => (
          <li key={text}>
            <Link href={hrefOf(params, change)} prefetch={false} className="text-accent underline">
              <SafeText text={text} breakable />
            </Link>{" "}
            <span className="text-ink-2">({formatPlural(count, "request")})</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The address that was asked, with one thing otherwise; a range up to now stands in the place of absolute times. */
function hrefOf(asked: URLSearchParams, change: NearQuestion["change"]): string {
  const params = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(change)) {
    if (name === "range") for (const end of ["from", "to"]) params.delete(end);
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  return `/questions/who-did-this?${params}`;
}
