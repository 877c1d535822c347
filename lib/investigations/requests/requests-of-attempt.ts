import { CLOCKS_MS, LET_IN_MS, mayBeAnybodys } from "@/lib/domain/correlate/request-sessions";
import { problemInOneLine, type StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import type { AttemptRequests } from "@/lib/domain/summarize/requests/request-page";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { markOfAttempt } from "./mark-of-attempt";

const SHOWN = 50;

/** What the caller did in the cluster while the token was good, as far as it is kept; null = there is no such attempt. */
export async function requestsOfAttempt(
  _viewer: Viewer,
  { id }: { readonly id: string },
  { store }: InvestigationContext,
): Promise<AttemptRequests | null> {
  const attempt = await store.find(id);
  if (attempt === null) return null;
  const { cluster, kubernetes, timeMs } = attempt;
  const range = { from: timeMs - CLOCKS_MS, to: timeMs + LET_IN_MS };
  const unread = whyUnread(cluster, range, await store.coverage());
  if (kubernetes === null) return { range, requests: [], use: null, isShared: false, unread };
  const mark = await markOfAttempt(attempt, kubernetes, store);
  const { accessKeyId, sessionName } = mark.caller;
  const { rows, use } = await store.requestsOf({ cluster, mark, range }, SHOWN);
  const isShared = rows.length > 0 && accessKeyId === null && mayBeAnybodys(sessionName);
  return { range, requests: rows, use, isShared, unread };
}

function whyUnread(cluster: string, range: TimeRange, sources: readonly StoredCoverage[]): string | null {
  const log = sources.find((source) => source.kind === "request-log" && source.cluster === cluster);
  if (log === undefined) return "No audit log of this cluster is read.";
  const isRead = log.read.some(({ from, to }) => from <= range.from && to >= range.to);
  if (isRead) return null;
  if (log.problem !== null) return problemInOneLine(log.problem);
  return "The cluster's audit log is not read for all of this time yet.";
}
