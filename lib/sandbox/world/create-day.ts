import type { Organisation } from "./create-organisation";
import type { Team } from "./create-team";
import { closeDayBook, openDayBook } from "./day-book";
import { adminClearsUp } from "./happenings/admin-clears-up";
import { apiServersLog } from "./happenings/api-servers-log";
import { callersUnmapped } from "./happenings/callers-unmapped";
import { ciDeploys } from "./happenings/ci-deploys";
import { awsAuthBreaks } from "./happenings/aws-auth-breaks";
import { consolesAreUsed } from "./happenings/consoles-are-used";
import { crowdWorks } from "./happenings/crowd-works";
import { eksActorsCall } from "./happenings/eks-actors";
import { entryIsLent } from "./happenings/entry-is-lent";
import { instancesLive } from "./happenings/instances-live";
import { keyIsStolen } from "./happenings/key-is-stolen";
import { loggingIsChanged } from "./happenings/logging-changes";
import { namesLookAlike } from "./happenings/names-look-alike";
import { nodesRenewTokens } from "./happenings/nodes";
import { operatorsCross } from "./happenings/operators-cross";
import { outsidersCome } from "./happenings/outsiders-come";
import { partnersDeploy } from "./happenings/partners-deploy";
import { peopleLogIn } from "./happenings/people-log-in";
import { peopleWork } from "./happenings/people-work";
import { rareMappings } from "./happenings/rare-mappings";
import { rareRefusals } from "./happenings/rare-refusals";
import { requestsCollide } from "./happenings/requests-collide";
import { samlEngineersWork } from "./happenings/saml-engineers-work";
import { openScene } from "./happenings/scene";
import { talkIsGiven } from "./happenings/talk-is-given";
import { tokensRefused } from "./happenings/tokens-refused";
import { usersTakeTokens } from "./happenings/users-take-tokens";
import { usersWithKeys } from "./happenings/users-with-keys";
import { workbenchActs } from "./happenings/workbench-acts";
import { workloadsCall } from "./happenings/workloads-call";
import type { WorldDay } from "./world-day";

const HAPPENINGS = [
  instancesLive,
  apiServersLog,
  nodesRenewTokens,
  eksActorsCall,
  peopleWork,
  ciDeploys,
  workloadsCall,
  usersWithKeys,
  tokensRefused,
  callersUnmapped,
  requestsCollide,
  talkIsGiven,
  samlEngineersWork,
  rareRefusals,
  rareMappings,
  loggingIsChanged,
  usersTakeTokens,
  consolesAreUsed,
  peopleLogIn,
  outsidersCome,
  adminClearsUp,
  workbenchActs,
  namesLookAlike,
  awsAuthBreaks,
  entryIsLent,
];
/** What leaves its mark in another account's trail too. */
const CROSSINGS = [partnersDeploy, operatorsCross];

/**
 * Everything that happens within a team on one UTC day. A pure function: team and day give the same day, whenever
 * asked. It stays within an hour of its day.
 */
export function createDay(team: Team, day: number): WorldDay {
  return tellDay(team, day, HAPPENINGS);
}

/** The same with fifty people more, who share a role and come all at once: hard to tell apart. */
export function createCrowdedDay(team: Team, day: number): WorldDay {
  return tellDay(team, day, [...HAPPENINGS, crowdWorks]);
}

function tellDay(team: Team, day: number, happenings: typeof HAPPENINGS): WorldDay {
  const book = openDayBook(day);
  const scene = openScene(team, book);
  for (const happen of happenings) happen(scene);
  return closeDayBook(book, 0);
}

/** What happens on that day between teams and accounts: little, so that everybody can afford to know it. */
export function createSharedDay(organisation: Organisation, day: number): WorldDay {
  const book = openDayBook(day);
  for (const team of organisation.teams) {
    const scene = openScene(team, book);
    for (const happen of CROSSINGS) happen(scene);
    keyIsStolen(scene, organisation.teams.slice(1, 4));
  }
  return closeDayBook(book, 900_000);
}
