import type { QueryClient } from "@tanstack/react-query";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { type FrozenList, PAGE_SIZE, ROWS_KEY } from "@/lib/search-params/attempts/attempt-list-queries";

/** Where an attempt stands in a list, by the rows in memory; null = it is not among them. */
export function findRow(client: QueryClient, list: FrozenList, id: string): number | null {
  const first = list.rows.findIndex((row) => row.id === id);
  if (first >= 0) return first;
  const pages = client.getQueriesData<readonly Attempt[]>({ queryKey: [ROWS_KEY, list.query] });
  for (const [key, rows] of pages) {
    const at = rows?.findIndex((row) => row.id === id) ?? -1;
    if (at >= 0) return Number(key.at(-1)) * PAGE_SIZE + at;
  }
  return null;
}
