import { queryOptions } from "@tanstack/react-query";
import type { Overview } from "@/lib/domain/summarize/overview/overview";
import { fetchJson } from "../fetch-json";

export function overviewQuery(range: string) {
  return queryOptions({
    queryKey: ["overview", range],
    queryFn: ({ signal }) =>
      fetchJson<Overview>(`/api/v1/overview?${new URLSearchParams({ range })}`, signal),
    staleTime: 20_000,
  });
}
