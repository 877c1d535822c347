import type { Chance } from "../chance";
import { writeLine } from "../day-book";
import { auditEvent, type KubeRequest, unauthorizedEvent } from "../lines/audit-event";
import type { Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";
import { auditStream } from "../streams";
import type { Scene } from "./scene";
import type { TokenPlace } from "./token-place";

/** What a caller does with the access: a request or a few, in the audit log. One granted token stands for many. */
export function exerciseAccess(
  scene: Scene,
  place: TokenPlace,
  by: { session: Session; mapping: Mapping; timeMs: number },
): void {
  const { session, mapping, timeMs } = by;
  // A chance of its own: the audit log changes nothing else.
  const chance = place.chanceFor("audit");
  const requests = session.origin.kind === "node" ? [nodeRequest(mapping)] : peopleRequests(mapping, chance);
  for (const [turn, request] of requests.entries())
    audit(scene, place, {
      timeMs: timeMs + 6 + turn * chance.int(40, 9_000),
      chance,
      tell: (at) => auditEvent({ ...at, dialect: place.dialect }, { session, mapping }, request),
    });
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
  readonly tell: (at: { timeMs: number; auditId: string }) => string;
}

function audit(scene: Scene, place: TokenPlace, { timeMs, chance, tell }: Entry): void {
  const at = { timeMs, auditId: chance.uuid() };
  const { instance } = place;
  // Told when it is read: most readers pass the audit log by.
  writeLine(scene.book, {
    cluster: instance.cluster.name,
    stream: auditStream(instance),
    timeMs,
    message: () => tell(at),
  });
}

function nodeRequest(mapping: Mapping): KubeRequest {
  const name = mapping.username.replace("system:node:", "");
  return { verb: "update", resource: "leases", namespace: "kube-node-lease", name, code: 200 };
}

function peopleRequests(mapping: Mapping, chance: Chance): KubeRequest[] {
  const namespace = chance.pick(["default", "shop", "kube-system"]);
  const requests: KubeRequest[] = [{ verb: "list", resource: "pods", namespace, code: 200 }];
  const name = `web-${chance.hex(5)}`;
  const mayWrite = !mapping.groups.includes("viewers");
  if (chance.happens(0.3))
    requests.push({ verb: "get", resource: "configmaps", namespace, name: "web", code: 200 });
  if (chance.happens(0.15))
    requests.push({ verb: "delete", resource: "pods", namespace, name, code: mayWrite ? 200 : 403 });
  if (chance.happens(0.08) && mayWrite)
    requests.push({ verb: "create", resource: "pods", namespace, name, subresource: "exec", code: 101 });
  return requests;
}
