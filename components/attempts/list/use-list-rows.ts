import { type QueryClient, useQueries, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import {
  type FrozenList,
  listRowsQuery,
  PAGE_SIZE,
  ROWS_KEY,
} from "@/lib/search-params/attempts/attempt-list-queries";
import { pagesOf, type RowWindow } from "./row-window";

const ROWS_AHEAD = 30;
/** What was scrolled past and stays in memory: 5,000 rows. */
const PAGES_KEPT = 50;

export interface ListRows {
  /** undefined: not there yet. */
  readonly rowAt: (index: number) => TracedAttempt | undefined;
  /** Some of them could not be had. */
  readonly error: Error | null;
  readonly retry: () => void;
}

interface Wanted {
  readonly window: RowWindow;
  /** A row that is wanted too, wherever it is; null = none. */
  readonly kept?: number | null;
  /** false: shows what is there, and asks for nothing. */
  readonly calm?: boolean;
}

/** Rows of the list, asked for page by page, and no longer once the window has moved on. */
export function useListRows(list: FrozenList | undefined, { window, kept, calm = true }: Wanted): ListRows {
  const client = useQueryClient();
  const total = list?.total ?? 0;
  const query = list?.query ?? "";
  // The first page came with the list.
  const pages = pagesWith(
    pagesOf(window, { pageSize: PAGE_SIZE, total, ahead: ROWS_AHEAD }),
    kept ?? null,
  ).filter((page) => page > 0);
  const found = useQueries({
    queries: pages.map((page) => ({ ...listRowsQuery({ query }, page), enabled: calm })),
  });
  const failed = found.find(({ isError }) => isError);
  const byPage = new Map(pages.map((page, i) => [page, found[i]?.data]));
  const lastPage = Math.max(0, ...pages);
  useEffect(() => {
    if (lastPage > 0) forgetPages(client);
  }, [client, lastPage]);
  return {
    rowAt: (index) =>
      index < PAGE_SIZE ? list?.rows[index] : byPage.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE],
    error: failed?.error ?? null,
    retry: () => {
      for (const result of found) if (result.isError) void result.refetch();
    },
  };
}

function pagesWith(pages: readonly number[], row: number | null): readonly number[] {
  const page = row === null ? undefined : Math.floor(row / PAGE_SIZE);
  return page === undefined || pages.includes(page) ? pages : [...pages, page];
}

function forgetPages(client: QueryClient): void {
  const cache = client.getQueryCache();
  const unused = cache.findAll({ queryKey: [ROWS_KEY], type: "inactive" });
  const oldest = unused.sort((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt);
  for (const query of oldest.slice(0, Math.max(0, oldest.length - PAGES_KEPT))) cache.remove(query);
}
