"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { formatCount } from "@/components/ui/format-count";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { canonicalQuery } from "@/lib/search-params/attempts/attempt-view";
import { placedQuery } from "@/lib/search-params/attempts/placed-query";
import { useNeighbours } from "./use-neighbours";

const LINK = "min-h-6 text-accent hover:underline";

interface AttemptBarProps {
  readonly id: string;
  readonly view: AttemptView;
  /** When it happened; null = not in the time that the view lists. */
  readonly listedMs: number | null;
}

/** So many rows show without scrolling. */
const FIRST_SIGHT = 10;

/** Back to its place in the list as it was filtered, and on to the next attempt of it. */
export function AttemptBar({ id, view, listedMs }: AttemptBarProps) {
  const router = useRouter();
  const query = canonicalQuery(view);
  const { newer, older, position, total } = useNeighbours(id, view);
  const hrefOf = (other: string) => `/attempts/${encodeURIComponent(other)}${query}`;
  const atMs = position !== null && position <= FIRST_SIGHT ? null : listedMs;
  useShortcuts(
    useMemo(() => {
      const go = (other: string | null) => {
        if (other !== null) router.replace(`/attempts/${encodeURIComponent(other)}${query}`);
      };
      return {
        j: { does: "Older attempt of the list", run: () => go(older) },
        k: { does: "Newer attempt of the list", run: () => go(newer) },
      };
    }, [router, query, older, newer]),
  );
  return (
    <nav aria-label="Attempts" className="flex flex-wrap items-center gap-x-4 text-ink-2">
      <Link href={`/attempts${placedQuery(query, atMs)}`} prefetch={false} className={LINK}>
        ← {total === null ? "Attempts" : `${formatCount(total)} attempts`}
      </Link>
      {position === null || total === null ? null : (
        <>
          <span className="text-ink-3">
            {formatCount(position)} of {formatCount(total)}
          </span>
          {newer === null ? null : (
            <Link href={hrefOf(newer)} replace prefetch={false} className={LINK}>
              Newer <kbd className="font-mono text-xs text-ink-3">k</kbd>
            </Link>
          )}
          {older === null ? null : (
            <Link href={hrefOf(older)} replace prefetch={false} className={LINK}>
              Older <kbd className="font-mono text-xs text-ink-3">j</kbd>
            </Link>
          )}
        </>
      )}
    </nav>
  );
}
