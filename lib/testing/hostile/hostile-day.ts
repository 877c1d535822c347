import { HOUR, SECOND } from "@/lib/sandbox/world/calendar";
import type { Team } from "@/lib/sandbox/world/create-team";
import { closeDayBook, openDayBook } from "@/lib/sandbox/world/day-book";
import { checkToken } from "@/lib/sandbox/world/happenings/check-token";
import { refuseToken } from "@/lib/sandbox/world/happenings/refuse-token";
import { openScene, type Scene } from "@/lib/sandbox/world/happenings/scene";
import type { KubeRequest } from "@/lib/sandbox/world/lines/audit-event";
import { listed } from "@/lib/sandbox/world/organisation/mapping";
import type { WorldDay } from "@/lib/sandbox/world/world-day";
import type { HostileValue } from "./create-hostile-values";
import { chainedSession, hostileSession, type Turn } from "./hostile-session";
import { takeInTurn } from "./take-in-turn";

/** Of four callers one brings four texts, the others seven. */
const TEXTS_OF_FOUR = 25;

/**
 * A day on which every caller chooses what harms the reader wherever he may choose: user, agent, role, session, username,
 * group, errors, and what he does in the cluster. All other days are empty.
 */
export function createHostileDay(values: readonly HostileValue[], day: number) {
  return (team: Team, told: number): WorldDay => {
    const book = openDayBook(told);
    if (told === day) tellCallers(openScene(team, book), values);
    return closeDayBook(book, 0);
  };
}

function tellCallers(scene: Scene, values: readonly HostileValue[]): void {
  const take = takeInTurn(values);
  const count = 4 * Math.ceil(values.length / TEXTS_OF_FOUR);
  for (let nth = 0; nth < count; nth++) {
    const atMs = scene.startMs + HOUR + Math.floor((20 * HOUR * nth) / count);
    if (nth % 4 === 0) tellRefused(scene, { nth, atMs }, take);
    else tellLetIn(scene, { nth, atMs }, take);
  }
}

function tellLetIn(scene: Scene, turn: Turn, take: () => string): void {
  const session = (turn.nth % 4 === 1 ? chainedSession : hostileSession)(scene, turn, take);
  const outcome = listed(take(), [take()]);
  const work = { agent: take(), requests: [kubeRequest(turn.nth, take), kubeRequest(turn.nth, take)] };
  const cluster = clusterOf(scene, turn.nth);
  checkToken(scene, { cluster, atMs: turn.atMs, session, story: "hostile", outcome, work });
}

/** A session that is denied with a text, and a token that is none and a text itself. */
function tellRefused(scene: Scene, turn: Turn, take: () => string): void {
  const cluster = clusterOf(scene, turn.nth);
  const session = hostileSession(scene, turn, take);
  checkToken(scene, { cluster, atMs: turn.atMs, session, story: "hostile", outcome: take() });
  const text = take();
  const error = () => `input token was not properly formatted: ${text}`;
  refuseToken(scene, { cluster, atMs: turn.atMs + 20 * SECOND, session: null, story: "hostile", error });
}

function kubeRequest(nth: number, take: () => string): KubeRequest {
  const isRefused = nth % 3 === 0;
  return {
    verb: isRefused ? "delete" : "update",
    resource: "configmaps",
    namespace: "default",
    name: take(),
    code: isRefused ? 403 : 200,
  };
}

function clusterOf({ clusters }: Scene, nth: number) {
  const cluster = clusters[nth % clusters.length];
  if (cluster === undefined) throw new Error("the team has no clusters");
  return cluster;
}
