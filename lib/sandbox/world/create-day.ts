import { closeDayBook, openDayBook } from "./day-book";
import { eksActorsCall } from "./happenings/eks-actors";
import { machinesDeploy } from "./happenings/machines-deploy";
import { nodesRenewTokens } from "./happenings/nodes";
import { peopleWork } from "./happenings/people-work";
import { openScene } from "./happenings/scene";
import type { WorldDay } from "./world-day";

const HAPPENINGS = [nodesRenewTokens, eksActorsCall, peopleWork, machinesDeploy];

/** Everything that happens on one UTC day. A pure function: the same seed and day give the same day, whenever asked. */
export function createDay(seed: number, day: number): WorldDay {
  const book = openDayBook(day);
  const scene = openScene(seed, book);
  for (const happen of HAPPENINGS) happen(scene);
  return closeDayBook(book);
}
