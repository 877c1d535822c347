import Link from "next/link";
import { whereIs } from "@/components/access/back-end-words";
import { SafeText } from "@/components/ui/safe-text";
import type { MeantEntry } from "@/lib/domain/summarize/configuration/attempt-mapping";

/** Entries that were probably meant for the caller, and why none of them is his. */
export function MeantList({ meant }: { meant: readonly MeantEntry[] }) {
  return (
    <div className="mt-3">
      <p className="text-ink-2">Probably meant for this caller:</p>
      <ul className="mt-1 grid gap-1">
        {meant.map(({ code, title, backEnd, entry, place }) => (
          <li key={`${code} ${entry?.arn ?? ""} ${place?.line ?? ""}`}>
            {whereIs(backEnd, { place, username: entry?.username ?? "" })}
            {entry === null ? null : (
              <>
                : <SafeText text={entry.arn} breakable className="font-mono text-xs" />
              </>
            )}
            , and{" "}
            <Link href={`/reasons/${code}`} prefetch={false} className="text-accent underline">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
