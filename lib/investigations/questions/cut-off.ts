import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { callerOfAttempt } from "@/lib/domain/explain/mapped/caller-of-attempt";
import { mapIdentity } from "@/lib/domain/explain/mapping/map-identity";
import { openConfiguration } from "@/lib/domain/explain/mapping/open-configuration";
import { mappingsOf } from "@/lib/domain/explain/configuration/open-known";
import type { HoldAtCluster } from "@/lib/domain/explain/questions/cut-off/cluster-measure";
import type { IssuedBy } from "@/lib/domain/explain/questions/cut-off/session-expiry";
import { readCredentialsExpiry } from "@/lib/domain/parse/credentials-expiry";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { problemInOneLine, type StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import type { IdentitySession } from "@/lib/domain/summarize/identities/identity-report";
import { type CutOff, cutOff, type SeenSession } from "@/lib/domain/summarize/questions/cut-off/cut-off";
import type { CutOffQuery } from "@/lib/domain/summarize/questions/cut-off/cut-off-query";
import { spanOf } from "@/lib/domain/time/span-of";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import { configurationNow } from "../configuration/configuration-now";
import type { InvestigationContext } from "../investigation-context";
import { recentCallers } from "../identities/recent-callers";
import { traceAttempts, type TracedChain } from "../chains/trace-attempts";
import { whoMeant } from "../identities/who-meant";

/** More are not looked at. */
const MOST_SESSIONS = 8;
const MOST_HOLDS = 12;

/** Whether somebody is still in, until when, and what cuts them off. Nothing is done. */
export async function askCutOff(
  _viewer: Viewer,
  { who, range }: CutOffQuery,
  context: InvestigationContext,
): Promise<CutOff> {
  const { store, clock } = context;
  const nowMs = clock.now();
  const { identity } = await whoMeant(who, [], store);
  const [facts, sources] = await Promise.all([
    identity === null ? null : store.readIdentity(identity),
    store.coverage(),
  ]);
  const used = (facts?.sessions ?? []).filter(({ lastMs }) => lastMs >= range.from && lastMs < range.to);
  const shown = used.slice(0, MOST_SESSIONS);
  const attempts = await store.findAll(
    shown.map(({ attemptId }) => attemptId),
    spanOf(shown.map(({ lastMs }) => lastMs)),
  );
  const chains = attempts.length === 0 ? [] : await traceAttempts(attempts, sources, context);
  const seen = shown.map(async (session) => {
    const i = attempts.findIndex(({ id }) => id === session.attemptId);
    const [attempt, chain] = [attempts[i], chains[i]];
    if (attempt === undefined || chain === undefined) return null;
    return toSeen(session, { attempt, chain, range }, context);
  });
  const sessions = (await Promise.all(seen)).filter((one) => one !== null);
  const holds = await holdsOf(sessions, { attempts, sources }, context);
  const moreSessions = used.length - sessions.length;
  return cutOff({ who, nowMs, identity, sessions, moreSessions, holds, unread: unreadOf(sources) });
}

interface Traced {
  readonly attempt: TracedAttempt;
  readonly chain: TracedChain;
  readonly range: TimeRange;
}

async function toSeen(
  session: IdentitySession,
  traced: Traced,
  context: InvestigationContext,
): Promise<SeenSession> {
  const { firstMs, lastMs, accessKeyId, sessionName, attemptId, attempts } = session;
  const { caller } = traced.attempt;
  const canonicalArn = caller?.canonicalArn ?? "";
  return {
    ...{ firstMs, lastMs, accessKeyId, sessionName, attemptId, attempts, canonicalArn },
    arn: session.arn ?? caller?.arn ?? canonicalArn,
    uniqueId: caller?.uniqueId ?? null,
    issued: await issuedBy(traced.chain, context),
    isPortal: canonicalArn.includes(":role/AWSReservedSSO_"),
    clusters: await clustersOf(session, traced, context),
  };
}

/** What the record of the call tells that gave out a session's credentials. */
async function issuedBy({ hops }: TracedChain, { store }: InvestigationContext): Promise<IssuedBy | null> {
  const last = hops.at(-1);
  if (last === undefined || last.issued === null || last.eventId === null) return null;
  const { kind, timeMs } = last;
  const [record] = await store.readEvents([last.eventId], { from: timeMs - NEAR_MS, to: timeMs + NEAR_MS });
  const isChained = kind === "assume-role" && (last.by?.includes(":assumed-role/") ?? false);
  return { kind, timeMs, isChained, ...readCredentialsExpiry(record?.json ?? "") };
}

/** The record may be of the whole second that a hop's instant falls into. */
const NEAR_MS = 2_000;
const MOST_CLUSTERS = 20;

/** Where one key was used; without a key only the cluster of the newest attempt is sure. */
async function clustersOf(
  { accessKeyId, attempts }: IdentitySession,
  { attempt, range }: Traced,
  { store }: InvestigationContext,
): Promise<SeenSession["clusters"]> {
  if (accessKeyId === null) return [{ value: attempt.cluster, count: attempts }];
  const identity = { kind: "key", value: accessKeyId } as const;
  const filter = { ...NO_FACETS, range, identity, text: "", noise: "show" } as const;
  const { facets } = await store.countFacets(filter, MOST_CLUSTERS);
  return facets.cluster.values.map(({ value, count }) => ({ value, count }));
}

/** By what each principal comes in just now, at each cluster where it was seen. */
async function holdsOf(
  sessions: readonly SeenSession[],
  {
    attempts,
    sources,
  }: { readonly attempts: readonly TracedAttempt[]; readonly sources: readonly StoredCoverage[] },
  context: InvestigationContext,
): Promise<HoldAtCluster[]> {
  const pairs = new Map<string, { readonly cluster: string; readonly session: SeenSession }>();
  for (const session of sessions)
    for (const { value } of session.clusters)
      pairs.set(JSON.stringify([value, session.canonicalArn]), { cluster: value, session });
  const chosen = [...pairs.values()].slice(0, MOST_HOLDS);
  const known = await readClusters([...new Set(chosen.map(({ cluster }) => cluster))], context);
  return chosen.flatMap(({ cluster, session }): HoldAtCluster[] => {
    const attempt = attempts.find(({ id }) => id === session.attemptId);
    const caller = attempt === undefined ? null : callerOfAttempt(attempt);
    const { at = null, seen = [] } = known.get(cluster) ?? {};
    if (caller === null || at === null) return [];
    const same = seen.filter(({ canonicalArn }) => canonicalArn === caller.canonicalArn);
    const region = sources.find((one) => one.cluster === cluster && one.region !== "")?.region ?? null;
    const decision = mapIdentity(caller, openConfiguration(mappingsOf(at.known)));
    const others = Math.max(0, new Set(same.map(({ name }) => name)).size - 1);
    return [{ cluster, region, decision, awsAuthText: at.awsAuthText, others }];
  });
}

async function readClusters(clusters: readonly string[], context: InvestigationContext) {
  const read = clusters.map(async (cluster) => {
    const [at, seen] = await Promise.all([
      configurationNow(cluster, context),
      recentCallers(cluster, context),
    ]);
    return [cluster, { at, seen }] as const;
  });
  return new Map(await Promise.all(read));
}

/** Sessions that were used where nobody reads are not known. */
function unreadOf(sources: readonly StoredCoverage[]): string[] {
  const logs = sources.filter(({ kind, problem }) => kind === "authenticator-log" && problem !== null);
  const words = logs.flatMap(({ problem }) => (problem === null ? [] : [problemInOneLine(problem)]));
  return [...new Set(words)];
}
