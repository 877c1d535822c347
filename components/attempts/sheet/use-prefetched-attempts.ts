import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { attemptQuery } from "@/lib/search-params/attempts/attempt-queries";

/** Asks for attempts before they are opened, once what is open is there. */
export function usePrefetchedAttempts(ids: readonly string[], ready: boolean): void {
  const client = useQueryClient();
  const key = JSON.stringify(ids);
  useEffect(() => {
    if (!ready) return;
    for (const id of JSON.parse(key) as string[]) void client.prefetchQuery(attemptQuery(id));
  }, [client, key, ready]);
}
