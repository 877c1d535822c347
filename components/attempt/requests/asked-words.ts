import { formatCount, formatPlural } from "@/components/ui/format-count";
import type { AskedRequests, RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";
import { formatClock } from "@/lib/domain/time/format-time";

export const SPAN_WORDS: Readonly<Record<RequestSpan, string>> = {
  "5m": "±5 min",
  "15m": "±15 min",
  "60m": "±60 min",
  token: "While the token was good",
};

/** How a reading stands, in one sentence. */
export function askedSentence(asked: AskedRequests): string {
  const { state, total, pages, readDownToMs, isSlowed } = asked;
  const found = `${formatPlural(total, "request")} found`;
  if (state === "waiting") return "Waiting for other readings of audit logs.";
  if (state === "reading") {
    const far = readDownToMs === null ? "" : `, down to ${formatClock(readDownToMs)}`;
    const slow = isSlowed ? " AWS asks to slow down; it goes on." : "";
    return `Reading the audit log: ${formatPlural(pages, "page")}${far}, ${found} so far.${slow}`;
  }
  if (state === "done" && total === 0) return "Nothing was done in this time; nothing was read either.";
  if (state === "done") return `${formatPlural(total, "request")}: ${kindWords(asked)}.`;
  if (state === "stopped") return `Given up: ${found} until then.`;
  return "";
}

function kindWords({ reads, writes, denials, streams }: AskedRequests): string {
  return [
    formatPlural(reads, "read"),
    formatPlural(writes, "write"),
    `${formatCount(denials)} denied`,
    formatPlural(streams, "stream"),
  ].join(", ");
}
