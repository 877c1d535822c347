import type { PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { subtractRanges } from "@/lib/domain/time/subtract-ranges";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import { checkLimit } from "../check-limit";
import type { InvestigationContext } from "../investigation-context";

const MOST_SESSIONS = 500;

/** CloudTrail-only mode: whose tokens were presented, where no authenticator log tells of it. Throws InvalidQuery. */
export async function reportPresentedTokens(
  _viewer: Viewer,
  { range, limit }: { readonly range: TimeRange; readonly limit: number },
  { store }: InvestigationContext,
): Promise<PresentedTokens> {
  checkLimit(limit, MOST_SESSIONS);
  const [tokens, sources] = await Promise.all([store.unclaimedTokens(range, limit), store.coverage()]);
  return { ...tokens, clusters: unreadClusters(sources, range) };
}

function unreadClusters(sources: readonly StoredCoverage[], range: TimeRange): string[] {
  const logs = sources.filter(({ kind }) => kind === "authenticator-log");
  const unread = logs.filter(({ read }) => subtractRanges(range, read).length > 0);
  return [...new Set(unread.flatMap(({ cluster }) => cluster ?? []))].sort();
}
