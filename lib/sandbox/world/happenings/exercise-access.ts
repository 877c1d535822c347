import { MINUTE, SECOND } from "../calendar";
import type { Chance } from "../chance";
import { type WrittenLine, writeLine } from "../day-book";
import { auditEvent, type KubeRequest, unauthorizedEvent } from "../lines/audit-event";
import type { Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";
import { auditStream } from "../streams";
import { type KubeWork, usualWork } from "./kube-work";
import { noteRequest } from "./note-request";
import type { Scene } from "./scene";
import type { TokenPlace } from "./token-place";

/** A caller who was let in. */
export interface LetIn {
  readonly session: Session;
  readonly mapping: Mapping;
  /** When the authenticator said so. */
  readonly timeMs: number;
  /** What is done then; absent = what such callers usually do. */
  readonly work?: KubeWork;
}

/** What a caller does with the access: a few requests, in the audit log. One granted token stands for many. */
export function exerciseAccess(scene: Scene, place: TokenPlace, by: LetIn): void {
  // A chance of its own: the audit log changes nothing else.
  const chance = place.chanceFor("audit");
  const { requests, agent } = by.work ?? usualWork(by.session, by.mapping, chance);
  for (const [turn, request] of requests.entries()) {
    const timeMs = by.timeMs + 6 + turn * chance.int(40, 9_000);
    const requester = { ...by, ...(agent !== undefined && { agent }) };
    const tell = (at: { timeMs: number; auditId: string; receivedMs?: number; stage?: string }) =>
      auditEvent({ ...at, dialect: place.dialect }, requester, request);
    const entry = { timeMs, chance, tell };
    const line = request.code === 101 ? stream(scene, place, entry) : audit(scene, place, entry);
    if (isWorthTelling(request, by.session))
      noteRequest(scene, { ...by, line, request, requestedMs: timeMs, grantedMs: by.timeMs });
  }
}

/** 401: the API server answers, and the audit log names nobody. */
export function answerUnauthorized(
  scene: Scene,
  place: TokenPlace,
  of: { session: Session | null; timeMs: number },
): void {
  audit(scene, place, {
    timeMs: of.timeMs + 2,
    chance: place.chanceFor("audit"),
    tell: (at) => unauthorizedEvent({ ...at, dialect: place.dialect }, of.session),
  });
}

interface Entry {
  readonly timeMs: number;
  readonly chance: Chance;
  readonly tell: (at: { timeMs: number; auditId: string; receivedMs?: number; stage?: string }) => string;
}

function audit(scene: Scene, place: TokenPlace, { timeMs, chance, tell }: Entry): WrittenLine {
  const at = { timeMs, auditId: chance.uuid() };
  return write(scene, place, { timeMs, message: () => tell(at) });
}

/** A request that goes on is told twice, under one id: when it begins and when it ends. Gives the latter. */
function stream(scene: Scene, place: TokenPlace, { timeMs, chance, tell }: Entry): WrittenLine {
  const auditId = chance.uuid();
  const endMs = timeMs + chance.int(5 * SECOND, 9 * MINUTE);
  const begun = { timeMs, auditId, stage: "ResponseStarted" };
  write(scene, place, { timeMs, message: () => tell(begun) });
  const ended = { timeMs: endMs, auditId, receivedMs: timeMs - 4 };
  return write(scene, place, { timeMs: endMs, message: () => tell(ended) });
}

/** Told when it is read: most readers pass the audit log by. */
function write(
  scene: Scene,
  { instance }: TokenPlace,
  line: { timeMs: number; message: () => string },
): WrittenLine {
  return writeLine(scene.book, {
    ...line,
    cluster: instance.cluster.name,
    stream: auditStream(instance),
  });
}

function isWorthTelling({ verb, code }: KubeRequest, { origin }: Session): boolean {
  return origin.kind !== "node" && (code === 403 || code === 101 || !["get", "list", "watch"].includes(verb));
}
