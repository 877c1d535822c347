import { type AskedRequests, rangeOfSpan } from "@/lib/domain/summarize/requests/asked-requests";
import { nothingToAsk } from "@/lib/domain/summarize/requests/nothing-asked";
import type { AskedQuery } from "@/lib/ports/investigations";
import type { Viewer } from "@/lib/ports/viewer";
import { checkLimit } from "../check-limit";
import type { InvestigationContext } from "../investigation-context";
import { markOfAttempt } from "./mark-of-attempt";

const MOST_ROWS = 500;

/**
 * All that an attempt's caller did around it, allowed reads too, as its cluster's audit log tells it: how the reading
 * stands, which it begins or gives up where that is asked for. Does not wait. null = there is no such attempt. Throws
 * InvalidQuery.
 */
export async function askRequests(
  _viewer: Viewer,
  { id, span, read, cursor, limit }: AskedQuery,
  { store, asked }: InvestigationContext,
): Promise<AskedRequests | null> {
  checkLimit(limit, MOST_ROWS);
  const attempt = await store.find(id);
  if (attempt === null) return null;
  const { cluster, kubernetes, timeMs } = attempt;
  const range = rangeOfSpan(span, timeMs);
  if (kubernetes === null) return { span, range, ...TURNED_AWAY };
  if (asked === undefined) return { span, range, ...NO_AWS };
  const question = { cluster, mark: await markOfAttempt(attempt, kubernetes, store), range };
  if (read === "begin") asked.begin(question);
  if (read === "stop") asked.stop(question);
  return { span, range, ...asked.standingOf(question, { cursor, limit }) };
}

const TURNED_AWAY = nothingToAsk("The caller was turned away, and did nothing in the cluster.", "");
const NO_AWS = nothingToAsk(
  "The audit log cannot be asked: no Gatebook is running over this data folder.",
  "Start it (npm start), and ask again.",
);
