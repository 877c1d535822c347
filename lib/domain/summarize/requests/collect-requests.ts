import { type RequestKind, kindOfRequest } from "../../correlate/kept-request";
import type { KubeRequest } from "../../correlate/kube-request";
import type { SessionMark } from "../../correlate/request-sessions";
import type { AskedRequest, RequestCount } from "./asked-requests";
import { mostFrequent } from "../most-frequent";

/** Requests of one session as they are read, each once, whatever stages the log tells of it. */
export class CollectedRequests {
  readonly #mark: Omit<SessionMark, "timeMs">;
  readonly #rows: AskedRequest[] = [];
  readonly #known = new Set<string>();

  constructor(mark: Omit<SessionMark, "timeMs">) {
    this.#mark = mark;
  }

  /** Those of the session that are new. Hand in what was written later first: of two stages the later tells more. */
  add(requests: readonly AskedRequest[]): void {
    for (const request of requests) {
      if (!isOf(this.#mark, request)) continue;
      const { auditId, timeMs, verb, uri } = request;
      const key = JSON.stringify([auditId, timeMs, verb, uri]);
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#rows.push(request);
    }
  }

  /** In the order they were read. */
  get rows(): readonly AskedRequest[] {
    return this.#rows;
  }
}

/** The same rule as finds a session's kept requests: by key where the log prints one, else by session name. */
function isOf({ caller, kubernetes }: Omit<SessionMark, "timeMs">, request: KubeRequest): boolean {
  const { uid, username } = request.kubernetes;
  if (uid !== kubernetes.uid || username !== kubernetes.username) return false;
  if (caller.accessKeyId !== null) return request.caller.accessKeyId === caller.accessKeyId;
  return caller.sessionName === null || request.caller.sessionName === caller.sessionName;
}

const MOST_COUNTS = 50;
const MOST_NAMED = 10;

/** What requests tell together. */
export function countAsked(rows: readonly AskedRequest[]) {
  const kinds = new Map<RequestKind, number>();
  for (const row of rows) addTo(kinds, kindOfRequest(row));
  const byTime = [...rows].sort((a, b) => a.timeMs - b.timeMs);
  return {
    total: rows.length,
    reads: kinds.get("read") ?? 0,
    writes: kinds.get("write") ?? 0,
    denials: kinds.get("denial") ?? 0,
    streams: kinds.get("stream") ?? 0,
    first: byTime[0] ?? null,
    last: byTime.at(-1) ?? null,
    counts: countByVerb(rows),
    clientIps: mostFrequent(
      rows.map(({ clientIp }) => [clientIp, 1]),
      MOST_NAMED,
    ),
    userAgents: mostFrequent(
      rows.map(({ userAgent }) => [userAgent, 1]),
      MOST_NAMED,
    ),
  };
}

function countByVerb(rows: readonly AskedRequest[]): RequestCount[] {
  const counts = new Map<string, { verb: string; what: string; count: number; denied: number }>();
  for (const { verb, object, uri, outcome } of rows) {
    const path = uri?.split("?", 1)[0] ?? "";
    const part = object === null || object.subresource === "" ? "" : `/${object.subresource}`;
    const what = object === null ? path : `${object.resource}${part}`;
    const key = JSON.stringify([verb, what]);
    const one = counts.get(key) ?? { verb, what, count: 0, denied: 0 };
    one.count++;
    if (outcome === "denied") one.denied++;
    counts.set(key, one);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_COUNTS);
}

function addTo<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
