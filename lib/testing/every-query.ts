import { NO_FACETS, type AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { NO_REQUEST_FACETS } from "@/lib/domain/summarize/requests/request-filter";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Investigations } from "@/lib/ports/investigations";

type Queries = { readonly [Q in keyof Investigations]: readonly Parameters<Investigations[Q]>[1][] };

/** What the queries are made of. */
interface Known {
  readonly range: TimeRange;
  /** One of each cluster, or more. */
  readonly attempts: readonly TracedAttempt[];
  readonly requestIds: readonly string[];
  readonly clusters: readonly string[];
  /** Names of people. */
  readonly people: readonly string[];
}

/** Every question, asked about everything that is known: one that is added does not compile until it is asked here. */
export function everyQuery({ range, attempts, requestIds, clusters, people }: Known): Queries {
  const filters = everyFilter(range, clusters);
  const requests = [[], ...clusters.map((name) => [name])].map((cluster) => ({
    ...{ ...NO_REQUEST_FACETS, range, text: "", cluster },
  }));
  const ids = attempts.map(({ id }) => ({ id }));
  const ofClusters = clusters.map((cluster) => ({ cluster }));
  const ofPeople = people.flatMap((who) => clusters.map((cluster) => ({ who, cluster, range })));
  return {
    searchAttempts: filters.map((filter) => ({ filter, cursor: null, limit: 30 })),
    countByTime: filters.map((filter) => ({ filter, buckets: 10 })),
    countByFacet: filters.map((filter) => ({ filter, limit: 50 })),
    explainAttempt: ids,
    traceChain: ids,
    traceChains: [{ ids: ids.map(({ id }) => id), range }],
    reportPresentedTokens: [{ range, limit: 50 }],
    searchRaw: [[], ...clusters.map((name) => [name])].map((cluster) => ({
      ...{
        range: { from: range.to - 3_600_000, to: range.to },
        text: "a",
        cluster,
        cursor: null,
        limit: 30,
      },
    })),
    searchRequests: requests.map((filter) => ({ filter, cursor: null, limit: 30 })),
    countRequests: requests.map((filter) => ({ filter, limit: 50 })),
    explainRequest: requestIds.map((id) => ({ id })),
    requestsOfAttempt: ids,
    askRequests: ids.map(({ id }) => ({ id, span: "5m", read: null, cursor: null, limit: 10 })),
    reachOfAttempt: ids.map(({ id }) => ({ id, request: null })),
    findIdentities: [
      { meanings: people.map((value) => ({ kind: "person", value })), text: "", limit: 50 },
      ...people.map((text) => ({ meanings: [], text, limit: 5 })),
    ],
    reportIdentity: people.map((value) => ({ kind: "person", value })),
    reportCoverage: [{}],
    reportClusters: [{}],
    reportCluster: clusters.map((name) => ({ name })),
    reportConfiguration: ofClusters,
    readMappings: ofClusters,
    clusterAdmin: ofClusters.map(({ cluster }) => ({ cluster, range })),
    mappingUse: ofClusters,
    whatIf: ofPeople.map(({ who, cluster }) => ({ who, cluster, sessionName: null })),
    whoCanBecome: clusters.map((cluster) => ({ cluster, kind: "group", name: "system:masters" })),
    whyNotIn: ofPeople.map((query) => ({ ...query, message: null })),
    whatChanged: ofClusters.map(({ cluster }) => ({ cluster, who: null, range })),
    whoIsBehind: ofPeople,
    whoDidThis: [null, ...clusters].map((cluster) => ({
      ...{ verb: "delete", resource: null, namespace: null, name: null, username: null, cluster, range },
    })),
    cutOff: people.map((who) => ({ who, range })),
    reportOverview: [{ lastMs: range.to - range.from }],
    reportHealth: [{}],
  };
}

/** All clusters, each by its list and each by a term of the search. */
function everyFilter(range: TimeRange, clusters: readonly string[]): AttemptFilter[] {
  const free: AttemptFilter = { ...NO_FACETS, range, text: "", noise: "show" };
  const byTerm = clusters.map((name): AttemptFilter => {
    const where = [{ key: "cluster", pattern: [name], excluded: false }] as const;
    return { ...free, where };
  });
  return [free, ...byTerm, ...clusters.map((name) => ({ ...free, cluster: [name] }))];
}
