import type { Investigations } from "@/lib/ports/investigations";
import { askRequests } from "./ask-requests";
import { askClusterAdmin } from "./cluster-admin";
import { askCutOff } from "./cut-off";
import { countByFacet } from "./count-by-facet";
import { countByTime } from "./count-by-time";
import { countRequests } from "./count-requests";
import { explainAttempt } from "./explain-attempt";
import { explainRequest } from "./explain-request";
import { findIdentities } from "./find-identities";
import type { InvestigationContext } from "./investigation-context";
import { askMappingUse } from "./mapping-use";
import { oneAfterTheOther } from "./one-after-the-other";
import { rememberPulses } from "./remember-pulses";
import { reportCluster } from "./report-cluster";
import { reportClusters } from "./report-clusters";
import { reportCoverage } from "./report-coverage";
import { readMappings } from "./read-mappings";
import { reachOfAttempt } from "./reach-of-attempt";
import { reportConfiguration } from "./report-configuration";
import { reportHealth } from "./report-health";
import { reportIdentity } from "./report-identity";
import { reportOverview } from "./report-overview";
import { reportPresentedTokens } from "./report-presented-tokens";
import { requestsOfAttempt } from "./requests-of-attempt";
import { searchAttempts } from "./search-attempts";
import { searchRaw } from "./search-raw";
import { searchRequests } from "./search-requests";
import { traceChain } from "./trace-chain";
import { traceChains } from "./trace-chains";
import { askWhatChanged } from "./what-changed";
import { askWhatIf } from "./what-if";
import { askWhyNotIn } from "./why-not-in";
import { askWhoCanBecome } from "./who-can-become";
import { askWhoDidThis } from "./who-did-this";
import { askWhoIsBehind } from "./who-is-behind";

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
