import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { RawQuery } from "@/lib/domain/summarize/raw-search";

const DEFAULT_LIMIT = 100;

interface Asked {
  readonly filter: AttemptFilter;
  readonly cursor: string | null;
  readonly limit: number | null;
}

/** The search of raw records that a query asks for. */
export function toRawQuery({ filter, cursor, limit }: Asked): RawQuery {
  const { range, text, cluster } = filter;
  return { range, text, cluster, cursor, limit: limit ?? DEFAULT_LIMIT };
}
