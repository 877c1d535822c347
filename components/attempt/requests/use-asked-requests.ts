import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AskedRequests, RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";
import { askedRequestsQuery, fetchAsked } from "@/lib/search-params/requests/asked-requests-query";

const POLL_MS = 700;
const FIRST_ROWS = 50;
const MOST_ROWS = 500;

/** All requests around an attempt: nothing is read before somebody says for which time. */
export function useAskedRequests(id: string) {
  const client = useQueryClient();
  const [span, setSpan] = useState<RequestSpan | null>(null);
  const [limit, setLimit] = useState(FIRST_ROWS);
  const query = askedRequestsQuery(id, span ?? "15m", limit);
  const { data, error } = useQuery({
    ...query,
    enabled: span !== null,
    refetchOnWindowFocus: false,
    placeholderData: (before) => (before?.span === span ? before : undefined),
    refetchInterval: ({ state }) => (isGoingOn(state.data) ? POLL_MS : false),
  });
  const tell = async (of: RequestSpan, read: "begin" | "stop") => {
    const rows = read === "begin" ? FIRST_ROWS : limit;
    const { queryKey } = askedRequestsQuery(id, of, rows);
    await client.fetchQuery({
      queryKey,
      queryFn: () => fetchAsked(id, { span: of, limit: rows, read }),
      staleTime: 0,
    });
    setLimit(rows);
    setSpan(of);
  };
  const [failure, setFailure] = useState<string | null>(null);
  const act = (of: RequestSpan, read: "begin" | "stop") => {
    setFailure(null);
    tell(of, read).catch((thrown: unknown) =>
      setFailure(thrown instanceof Error ? thrown.message : String(thrown)),
    );
  };
  return {
    span,
    asked: span === null ? null : (data ?? null),
    failure: failure ?? error?.message ?? null,
    isGoingOn: isGoingOn(data),
    begin: (of: RequestSpan) => act(of, "begin"),
    stop: () => span !== null && act(span, "stop"),
    showMore: limit < MOST_ROWS ? () => setLimit(MOST_ROWS) : null,
  };
}

function isGoingOn(asked: AskedRequests | undefined): boolean {
  return asked !== undefined && (asked.state === "waiting" || asked.state === "reading");
}
