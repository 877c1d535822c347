import type { Investigations } from "@/lib/ports/investigations";
import { askRequests } from "./requests/ask-requests";
import { askClusterAdmin } from "./questions/cluster-admin";
import { askCutOff } from "./questions/cut-off";
import { countByFacet } from "./attempts/count-by-facet";
import { countByTime } from "./attempts/count-by-time";
import { countRequests } from "./requests/count-requests";
import { explainAttempt } from "./attempts/explain-attempt";
import { explainRequest } from "./requests/explain-request";
import { findIdentities } from "./identities/find-identities";
import type { InvestigationContext } from "./investigation-context";
import { askMappingUse } from "./questions/mapping-use";
import { oneAfterTheOther } from "./one-after-the-other";
import { rememberPulses } from "./overview/remember-pulses";
import { reportCluster } from "./coverage/report-cluster";
import { reportClusters } from "./coverage/report-clusters";
import { reportCoverage } from "./coverage/report-coverage";
import { readMappings } from "./configuration/read-mappings";
import { reachOfAttempt } from "./attempts/reach-of-attempt";
import { reportConfiguration } from "./configuration/report-configuration";
import { reportHealth } from "./coverage/report-health";
import { reportIdentity } from "./identities/report-identity";
import { reportOverview } from "./overview/report-overview";
import { reportPresentedTokens } from "./attempts/report-presented-tokens";
import { requestsOfAttempt } from "./requests/requests-of-attempt";
import { searchAttempts } from "./attempts/search-attempts";
import { searchRaw } from "./attempts/search-raw";
import { searchRequests } from "./requests/search-requests";
import { traceChain } from "./chains/trace-chain";
import { traceChains } from "./chains/trace-chains";
import { askWhatChanged } from "./questions/what-changed";
import { askWhatIf } from "./configuration/what-if";
import { askWhyNotIn } from "./questions/why-not-in";
import { askWhoCanBecome } from "./configuration/who-can-become";
import { askWhoDidThis } from "./questions/who-did-this";
import { askWhoIsBehind } from "./questions/who-is-behind";

/** A search of raw records takes a processor and the disk for seconds: others wait, and not too many of them. */
const SEARCHES = { seats: 2, what: "searches of raw records", retryAfterS: 5 };

/** All questions over one store. */
export function createInvestigations(given: Omit<InvestigationContext, "pulses">): Investigations {
  const context = { ...given, pulses: rememberPulses(given.store, given.clock) };
  const takeTurn = oneAfterTheOther(SEARCHES);
  return {
    searchAttempts: (viewer, query, signal) => searchAttempts(viewer, query, context, signal),
    explainAttempt: (viewer, query) => explainAttempt(viewer, query, context),
    traceChain: (viewer, query) => traceChain(viewer, query, context),
    traceChains: (viewer, query) => traceChains(viewer, query, context),
    countByTime: (viewer, query, signal) => countByTime(viewer, query, context, signal),
    countByFacet: (viewer, query, signal) => countByFacet(viewer, query, context, signal),
    reportPresentedTokens: (viewer, query) => reportPresentedTokens(viewer, query, context),
    findIdentities: (viewer, query) => findIdentities(viewer, query, context),
    reportIdentity: (viewer, query) => reportIdentity(viewer, query, context),
    searchRequests: (viewer, query) => searchRequests(viewer, query, context),
    countRequests: (viewer, query) => countRequests(viewer, query, context),
    explainRequest: (viewer, query) => explainRequest(viewer, query, context),
    requestsOfAttempt: (viewer, query) => requestsOfAttempt(viewer, query, context),
    askRequests: (viewer, query) => askRequests(viewer, query, context),
    searchRaw: (viewer, query, signal) => takeTurn(() => searchRaw(viewer, query, context, signal), signal),
    reportCoverage: (viewer) => reportCoverage(viewer, context),
    reportClusters: (viewer) => reportClusters(viewer, context),
    reportCluster: (viewer, query) => reportCluster(viewer, query, context),
    reportConfiguration: (viewer, query) => reportConfiguration(viewer, query, context),
    whatIf: (viewer, query) => askWhatIf(viewer, query, context),
    whoCanBecome: (viewer, query) => askWhoCanBecome(viewer, query, context),
    readMappings: (viewer, query) => readMappings(viewer, query, context),
    reachOfAttempt: (viewer, query) => reachOfAttempt(viewer, query, context),
    whoIsBehind: (viewer, query) => askWhoIsBehind(viewer, query, context),
    whoDidThis: (viewer, query) => askWhoDidThis(viewer, query, context),
    whyNotIn: (viewer, query) => askWhyNotIn(viewer, query, context),
    cutOff: (viewer, query) => askCutOff(viewer, query, context),
    whatChanged: (viewer, query) => askWhatChanged(viewer, query, context),
    clusterAdmin: (viewer, query) => askClusterAdmin(viewer, query, context),
    mappingUse: (viewer, query) => askMappingUse(viewer, query, context),
    reportOverview: (viewer, query) => reportOverview(viewer, query, context),
    reportHealth: (viewer) => reportHealth(viewer, context),
  };
}
