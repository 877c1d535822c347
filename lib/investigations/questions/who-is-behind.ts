import { NO_FACETS, type AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { type Gathered, gatherBehind } from "@/lib/domain/summarize/questions/who-is-behind/gather-behind";
import { type WhoIsBehind, whoIsBehind } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind";
import type { WhoIsBehindFacts } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind-facts";
import type { WhoIsBehindQuery } from "@/lib/domain/summarize/questions/who-is-behind/who-is-behind-query";
import { spanOf } from "@/lib/domain/time/span-of";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { nameMeant } from "../identities/name-meant";
import { traceAttempts } from "../chains/trace-attempts";
import { whyLogsSilent } from "../coverage/why-logs-silent";

/** More are counted only. */
const MOST_HOLDERS = 500;
const MOST_SHOWN = 20;
/** The chains of more are told on their attempts' pages. */
const MOST_CHAINS = 12;
/** Who came where it was not read is not known. */
const LOG = { kind: "authenticator-log", name: "authenticator log" } as const;

/** The people and workloads behind a name; null = no such cluster. */
export async function askWhoIsBehind(
  _viewer: Viewer,
  { who, cluster: asked, ...query }: WhoIsBehindQuery,
  context: InvestigationContext,
): Promise<WhoIsBehind | null> {
  const { store } = context;
  const sources = await store.coverage();
  if (asked !== null && !sources.some((source) => source.cluster === asked)) return null;
  const meant = await nameMeant(who, store);
  const { identity, place } = meant;
  const cluster = place?.cluster ?? asked;
  const range = place === null ? query.range : withMoment(query.range, place.timeMs);
  const about = { who, cluster, ...meant, unread: whyLogsSilent({ ...LOG, cluster, range }, sources) };
  if (identity === null)
    return whoIsBehind({ ...about, behind: [], moreBehind: 0, attempts: 0, chains: new Map() });
  const at = cluster === null ? [] : [cluster];
  const filter: AttemptFilter = { ...NO_FACETS, range, identity, cluster: at, text: "", noise: "show" };
  const { rows, total, attempts } = await store.holdersOf(filter, MOST_HOLDERS);
  const all = gatherBehind(rows);
  const behind = all.slice(0, MOST_SHOWN);
  const moreBehind = all.length - behind.length + Math.max(0, total - rows.length);
  const chains = await chainsOf(behind.slice(0, MOST_CHAINS), sources, context);
  return whoIsBehind({ ...about, behind, moreBehind, attempts, chains });
}

/** A line that was pasted may be older than what is asked about. */
function withMoment({ from, to }: TimeRange, timeMs: EpochMs): TimeRange {
  return { from: Math.min(from, timeMs), to: Math.max(to, timeMs + 1) };
}

/** Of the newest attempt of each. */
async function chainsOf(
  behind: readonly Gathered[],
  sources: readonly StoredCoverage[],
  context: InvestigationContext,
): Promise<WhoIsBehindFacts["chains"]> {
  if (behind.length === 0) return new Map();
  const attempts = await context.store.findAll(
    behind.map(({ attemptId }) => attemptId),
    spanOf(behind.map(({ lastMs }) => lastMs)),
  );
  const chains = await traceAttempts(attempts, sources, context);
  return new Map(chains.map((chain) => [chain.attemptId, chain]));
}
