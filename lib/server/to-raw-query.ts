import { type AttemptFilter, FACET_NAMES } from "@/lib/domain/summarize/attempt-filter";
import type { RawQuery } from "@/lib/domain/summarize/raw-search";
import { InvalidQuery } from "@/lib/ports/event-store";

const DEFAULT_LIMIT = 100;

interface Asked {
  readonly filter: AttemptFilter;
  readonly cursor: string | null;
  readonly limit: number | null;
}

/** The search of raw records that a view asks for. Throws InvalidQuery for a filter that raw records do not know. */
export function toRawQuery({ filter, cursor, limit }: Asked): RawQuery {
  const { range, text, cluster } = filter;
  const other = FACET_NAMES.find((name) => name !== "cluster" && filter[name].length > 0);
  if (other !== undefined) throw new InvalidQuery(other, "is not known to a search of raw records");
  return { range, text, cluster, cursor, limit: limit ?? DEFAULT_LIMIT };
}
