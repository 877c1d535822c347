import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { listAddresses } from "@/lib/domain/summarize/attempts/list-addresses";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { DAY_MS } from "@/lib/domain/time/durations";
import { spanOf } from "@/lib/domain/time/span-of";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { traceAttempts } from "../chains/trace-attempts";

const MOST_VALUES = 50;
const MOST_RECENT = 10;

/** All that one identity did, in everything that is stored; null = no attempt is its. */
export async function reportIdentity(
  _viewer: Viewer,
  { kind, value }: IdentityRef,
  context: InvestigationContext,
): Promise<IdentityReport | null> {
  const { store } = context;
  const identity = { kind, value };
  const facts = await store.readIdentity(identity);
  if (facts === null) return null;
  const from = Math.floor(facts.firstMs / DAY_MS) * DAY_MS;
  const range = { from, to: Math.floor(facts.lastMs / DAY_MS) * DAY_MS + DAY_MS };
  const filter: AttemptFilter = { ...NO_FACETS, range, identity, text: "", noise: "show" };
  const [counts, days, { rows }, chains] = await Promise.all([
    store.countFacets(filter, MOST_VALUES),
    store.countByTime(filter, { startMs: from, bucketMs: DAY_MS }),
    store.search({ filter, cursor: null, limit: MOST_RECENT }),
    traceSessions(facts, context),
  ]);
  return { identity, ...facts, counts, days, addresses: listAddresses(chains), recent: rows };
}

/** One chain for each session that is listed: that of its latest attempt. */
async function traceSessions({ sessions }: Pick<IdentityReport, "sessions">, context: InvestigationContext) {
  const within = spanOf(sessions.map(({ lastMs }) => lastMs));
  const ids = sessions.map(({ attemptId }) => attemptId);
  const [attempts, sources] = await Promise.all([
    context.store.findAll(ids, within),
    context.store.coverage(),
  ]);
  return traceAttempts(attempts, sources, context);
}
