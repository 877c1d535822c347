import { closeDayBook, openDayBook } from "./day-book";
import { apiServersLog } from "./happenings/api-servers-log";
import { callersUnmapped } from "./happenings/callers-unmapped";
import { ciDeploys } from "./happenings/ci-deploys";
import { eksActorsCall } from "./happenings/eks-actors";
import { instancesLive } from "./happenings/instances-live";
import { nodesRenewTokens } from "./happenings/nodes";
import { peopleWork } from "./happenings/people-work";
import { requestsCollide } from "./happenings/requests-collide";
import { openScene } from "./happenings/scene";
import { talkIsGiven } from "./happenings/talk-is-given";
import { tokensRefused } from "./happenings/tokens-refused";
import { usersWithKeys } from "./happenings/users-with-keys";
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
];

/** Everything that happens on one UTC day. A pure function: the same seed and day give the same day, whenever asked. */
export function createDay(seed: number, day: number): WorldDay {
  const book = openDayBook(day);
  const scene = openScene(seed, book);
  for (const happen of HAPPENINGS) happen(scene);
  return closeDayBook(book);
}
