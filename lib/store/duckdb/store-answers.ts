import type { EventStore } from "@/lib/ports/event-store";
import { findHops } from "./chains/find-hops";
import { readStoredSessions } from "./chains/session-starts";
import { readClusterActivity } from "./sources/cluster-activity";
import { countByTime } from "./attempts/count-attempts";
import { countFacets } from "./attempts/count-facets";
import { readAttendance } from "./overview/attendance";
import { readClusterHours, readKnownSince } from "./overview/cluster-hours";
import { readDenialSteps, readDenialTexts } from "./overview/denial-steps";
import { readFirstSights } from "./overview/first-sights";
import { readMarks } from "./configuration/read-marks";
import { readDirectory } from "./directory/read-directory";
import { usersToName } from "./directory/users-to-name";
import { answersTo } from "./lookups/answers-to";
import { countSessions, sessionsToLookUp } from "./lookups/new-sessions";
import { readWays } from "./lookups/reading-ways";
import { callersSeen } from "./identities/callers-seen";
import { findMeanings } from "./identities/find-meanings";
import { nearIdentities } from "./identities/near-identities";
import { readHolders } from "./identities/read-holders";
import { readEntrances } from "./identities/read-entrances";
import { readIdentity } from "./identities/read-identity";
import { readUsernameUses } from "./identities/read-username-uses";
import { readLogPulses } from "./sources/log-pulses";
import { readEvents, readLines } from "./records/read-evidence";
import {
  countRequestFacets,
  findRequest,
  findRequestsOfAudit,
  searchRequests,
} from "./requests/search-requests";
import { readWork } from "./requests/read-work";
import { attemptsBefore, requestsOf } from "./requests/session-requests";
import { readKeptFrom } from "./retention/forget-records";
import { findAttempt, findAttempts, searchAttempts } from "./attempts/search-attempts";
import { searchRaw } from "./segments/search-raw";
import { readCoverage } from "./sources/source-table";
import type { StoreParts } from "./store-parts";
import { readUnclaimedTokens } from "./deriving/unclaimed-tokens";

/** What a store is asked. */
export function createAnswers({ database, files, room, setAside }: StoreParts) {
  return {
    search: (query, signal) => searchAttempts(database, query, signal),
    find: (id) => findAttempt(database, id),
    readLines: (ids, near) => readLines(database, files, ids, near),
    readEvents: (ids, near) => readEvents(database, files, ids, near),
    findAll: (ids, within) => findAttempts(database, ids, within),
    knownSessions: (ids, within) => readStoredSessions(database, ids, within),
    findHops: (wants) => findHops(database, wants),
    answersTo: (keys, nowMs) => answersTo(database, keys, nowMs),
    readingWays: () => readWays(database),
    countSessions: (accountId, sinceMs) => countSessions(database, accountId, sinceMs),
    sessionsToLookUp: (wanted) => sessionsToLookUp(database, wanted),
    directoryOf: (people) => readDirectory(database, people),
    usersToName: (nowMs, limit) => usersToName(database, nowMs, limit),
    searchRaw: (query, signal) => searchRaw(database, files, query, signal),
    countByTime: (filter, steps, signal) =>
      database.snapshot((reader) => countByTime(reader, filter, steps), signal),
    countFacets: (filter, limit, signal) => countFacets(database, { filter, limit }, signal),
    findMeanings: (meanings) => findMeanings(database, meanings),
    nearIdentities: (text, limit) => nearIdentities(database, text, limit),
    readIdentity: (identity) => readIdentity(database, identity),
    holdersOf: (filter, limit) => readHolders(database, filter, limit),
    callersSeen: (query) => callersSeen(database, query),
    entrances: (query) => readEntrances(database, query),
    usesOf: (usernames) => readUsernameUses(database, usernames),
    unclaimedTokens: (range, limit) => readUnclaimedTokens(database, range, limit),
    storage: async () => ({ ...(await room.report()), setAside }),
    coverage: () => readCoverage(database),
    countAttempts: async () => {
      const [row] = await database.rows("SELECT count(*)::INTEGER AS n FROM attempt");
      return Number(row?.n ?? 0);
    },
    clusterActivity: (sinceMs) => readClusterActivity(database, sinceMs),
    clusterHours: (range) => readClusterHours(database, range),
    attendance: (range) => readAttendance(database, range),
    denialSteps: (range, stepMs, limit) => readDenialSteps(database, range, { stepMs, limit }),
    denialTexts: (range, clusters) => readDenialTexts(database, range, clusters),
    firstSights: (range, limit, clusters) => readFirstSights(database, range, { limit, clusters }),
    knownSince: () => readKnownSince(database),
    logPulses: (sinceMs) => readLogPulses(database, sinceMs),
    recordsKeptFrom: () => readKeptFrom(database),
    searchRequests: (query) => searchRequests(database, query),
    countRequestFacets: (filter, limit) => countRequestFacets(database, filter, limit),
    findRequest: (id) => findRequest(database, id),
    requestsOfAudit: (auditId) => findRequestsOfAudit(database, auditId),
    requestsOf: (session, limit) => requestsOf(database, session, limit),
    configurationMarks: (cluster) => readMarks(database, cluster),
    workOf: (query) => readWork(database, query),
    attemptsBefore: (requests) => attemptsBefore(database, requests),
  } satisfies Partial<EventStore>;
}
