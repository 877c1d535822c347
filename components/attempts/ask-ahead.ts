import type { QueryClient } from "@tanstack/react-query";
import { frozenListQuery } from "@/lib/search-params/attempts/attempt-list-queries";
import type { AttemptView } from "@/lib/search-params/attempts/attempt-view";
import { facetsQuery, histogramQuery } from "@/lib/search-params/attempts/attempt-counts-queries";

/** Asks what the screen will ask of a view, so that the server works on it while the browser still draws the change. */
export function askAhead(client: QueryClient, view: AttemptView): void {
  void client.prefetchQuery(frozenListQuery(view));
  void client.prefetchQuery(histogramQuery(view));
  void client.prefetchQuery(facetsQuery(view));
}
