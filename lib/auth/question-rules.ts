import { keepClusterCounts } from "./keep-facet-values";
import { narrowAttempts, narrowClusters } from "./narrow-filter";
import { refuseScoped } from "./refuse-scoped";
import type { AccessRules } from "./access-rule";
import { scopedChains, scopedRequest, scopedToAttempt, scopedToCluster } from "./scoped-attempts";
import { scopedIdentities } from "./scoped-identities";
import { narrowCoverage, scopedHealth } from "./scoped-lists";
import { scopedWhoDidThis } from "./scoped-who-did-this";

const least = "viewer";

/**
 * Who may ask what (facts: security §6), and what of it where not all clusters may be seen. `whyNotIn` and
 * `reportOverview` are narrowed by their investigations, which ask the store of all clusters.
 */
export const QUESTION_RULES: AccessRules = {
  searchAttempts: {
    least,
    scoped: (query, { ask, clusters }) => ask({ ...query, filter: narrowAttempts(query.filter, clusters) }),
  },
  countByTime: {
    least,
    scoped: async (query, { ask, clusters }) => {
      const answer = await ask({ ...query, filter: narrowAttempts(query.filter, clusters) });
      const isSeen = (cluster: string | null) => cluster === null || clusters.includes(cluster);
      return { ...answer, gaps: answer.gaps.filter(({ cluster }) => isSeen(cluster)) };
    },
  },
  countByFacet: {
    least,
    scoped: async (query, { ask, clusters }) => {
      const answer = await ask({ ...query, filter: narrowAttempts(query.filter, clusters) });
      const cluster = keepClusterCounts(answer.facets.cluster, clusters);
      return { ...answer, facets: { ...answer.facets, cluster } };
    },
  },
  explainAttempt: { least, scoped: scopedToAttempt },
  traceChain: { least, scoped: scopedToAttempt },
  traceChains: { least, scoped: scopedChains },
  requestsOfAttempt: { least, scoped: scopedToAttempt },
  askRequests: { least, scoped: scopedToAttempt },
  reachOfAttempt: { least, scoped: scopedToAttempt },
  reportPresentedTokens: { least, scoped: refuseScoped("The list of presented tokens") },
  searchRaw: {
    least: "auditor",
    scoped: (query, { ask, clusters }) => ask({ ...query, cluster: narrowClusters(query.cluster, clusters) }),
  },
  searchRequests: {
    least,
    scoped: ({ filter, ...query }, { ask, clusters }) =>
      ask({ ...query, filter: { ...filter, cluster: narrowClusters(filter.cluster, clusters) } }),
  },
  countRequests: {
    least,
    scoped: async ({ filter, limit }, { ask, clusters }) => {
      const narrowed = { ...filter, cluster: narrowClusters(filter.cluster, clusters) };
      const answer = await ask({ filter: narrowed, limit });
      return { ...answer, cluster: keepClusterCounts(answer.cluster, clusters) };
    },
  },
  explainRequest: { least, scoped: scopedRequest },
  findIdentities: { least, scoped: scopedIdentities },
  reportIdentity: { least, scoped: refuseScoped("The page of an identity") },
  reportCoverage: {
    least,
    scoped: async (query, { ask, clusters }) => narrowCoverage(await ask(query), clusters),
  },
  reportClusters: {
    least,
    scoped: async (query, { ask, clusters: seen }) => {
      const { nowMs, clusters } = await ask(query);
      return { nowMs, clusters: clusters.filter(({ cluster }) => seen.includes(cluster)) };
    },
  },
  reportCluster: {
    least,
    scoped: async (query, { ask, clusters }) => (clusters.includes(query.name) ? ask(query) : null),
  },
  reportConfiguration: { least, scoped: scopedToCluster },
  whatIf: { least, scoped: scopedToCluster },
  whoCanBecome: { least, scoped: scopedToCluster },
  readMappings: { least, scoped: scopedToCluster },
  whyNotIn: { least, scoped: scopedToCluster },
  whatChanged: { least, scoped: scopedToCluster },
  clusterAdmin: { least, scoped: scopedToCluster },
  mappingUse: { least, scoped: scopedToCluster },
  whoDidThis: { least, scoped: scopedWhoDidThis },
  whoIsBehind: { least, scoped: refuseScoped("Who is behind a name") },
  cutOff: { least, scoped: refuseScoped("Whether somebody is still in") },
  reportOverview: { least, scoped: (query, { ask }) => ask(query) },
  reportHealth: { least, scoped: scopedHealth },
};
