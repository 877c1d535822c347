import { HOUR } from "@/lib/sandbox/world/calendar";
import type { Team } from "@/lib/sandbox/world/create-team";
import { closeDayBook, openDayBook } from "@/lib/sandbox/world/day-book";
import { checkToken } from "@/lib/sandbox/world/happenings/check-token";
import { refuseToken } from "@/lib/sandbox/world/happenings/refuse-token";
import { openScene, type Scene } from "@/lib/sandbox/world/happenings/scene";
import type { KubeRequest } from "@/lib/sandbox/world/lines/audit-event";
import { listed } from "@/lib/sandbox/world/organisation/mapping";
import type { WorldDay } from "@/lib/sandbox/world/world-day";
import { recordCall } from "@/lib/sandbox/world/trail/record";
import type { HostileValue } from "./create-hostile-values";
import { hostileSession } from "./hostile-session";
import { takeInTurn } from "./take-in-turn";

/** As many texts as one caller brings: two of his session's, and those of his mapping, requests or refusals. */
const TEXTS_OF_CALLER = 8;

/**
 * A day on which every caller chooses what harms the reader wherever he may choose: session, role, username, groups, agent,
 * errors, and what he does in the cluster. All other days are empty.
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
  const count = Math.ceil(values.length / TEXTS_OF_CALLER);
  for (let nth = 0; nth < count; nth++) {
    const atMs = scene.startMs + HOUR + Math.floor((20 * HOUR * nth) / count);
    if (nth % 4 === 3) tellRefused(scene, { nth, atMs }, take);
    else tellLetIn(scene, { nth, atMs }, take);
  }
}

interface Turn {
  readonly nth: number;
  readonly atMs: number;
}

/** Eight texts: role, session, agent, username, group, and of a request name, agent and object. */
function tellLetIn(scene: Scene, { nth, atMs }: Turn, take: () => string): void {
  const session = hostileSession(scene.team, { nth, atMs }, take);
  const outcome = listed(take(), [take()]);
  const work = { agent: take(), requests: [kubeRequest(nth, take), kubeRequest(nth, take)] };
  checkToken(scene, { cluster: clusterOf(scene, nth), atMs, session, story: "hostile", outcome, work });
}

/** Eight texts: of a session that nobody knows, of a token that is none, and of a call that AWS refuses. */
function tellRefused(scene: Scene, { nth, atMs }: Turn, take: () => string): void {
  const cluster = clusterOf(scene, nth);
  const session = hostileSession(scene.team, { nth, atMs }, take);
  checkToken(scene, { cluster, atMs, session, story: "hostile", outcome: take() });
  const text = take();
  const error = () => `input token was not properly formatted: ${text}`;
  refuseToken(scene, { cluster, atMs: atMs + 900, session: null, story: "hostile", error });
  scene.book.events.push(refusedCall(scene, { nth, atMs }, take));
}

function kubeRequest(nth: number, take: () => string): KubeRequest {
  const isRefused = nth % 3 === 0;
  return {
    verb: isRefused ? "delete" : "update",
    resource: "configmaps",
    namespace: "default",
    name: take(),
    code: isRefused ? 403 : 200,
    ...(nth % 5 === 0 && { requestObject: { data: { note: take() } } }),
  };
}

function refusedCall(scene: Scene, { nth, atMs }: Turn, take: () => string) {
  const { accountId, region } = scene.team;
  return recordCall({
    accountId,
    region,
    timeMs: atMs + 1_800,
    eventName: "AssumeRole",
    eventSource: "sts.amazonaws.com",
    identity: hostileSession(scene.team, { nth, atMs }, take).identity,
    ip: "192.0.2.7",
    agent: take(),
    request: { roleArn: take(), roleSessionName: take() },
    response: null,
    error: { code: "AccessDenied", message: take() },
    host: null,
    username: take(),
    key: `hostile/${nth}`,
  });
}

function clusterOf({ clusters }: Scene, nth: number) {
  const cluster = clusters[nth % clusters.length];
  if (cluster === undefined) throw new Error("the team has no clusters");
  return cluster;
}
