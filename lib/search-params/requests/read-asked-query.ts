import { REQUEST_SPANS, type RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";

/** What the API is asked of all requests around an attempt, once its parameters were checked. */
export function readAskedQuery(params: URLSearchParams) {
  const read = params.get("read");
  return {
    span: toSpan(params.get("span")),
    read: read === "begin" || read === "stop" ? read : null,
    cursor: params.get("cursor"),
    limit: Number(params.get("limit") ?? DEFAULT_LIMIT),
  } as const;
}

const DEFAULT_LIMIT = 100;
const DEFAULT_SPAN: RequestSpan = "15m";

function toSpan(text: string | null): RequestSpan {
  return REQUEST_SPANS.find((span) => span === text) ?? DEFAULT_SPAN;
}
