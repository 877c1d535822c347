import type { AccessDenied, AccessGranted } from "../../parse/authenticator-record";
import type { Caller } from "../attempt";
import { PAIR_GAP_MS } from "../correlation-reach";
import type { LineRecord } from "../line-record";
import type { DecisionRecord } from "../paired-attempt";
import { uidNames } from "./authenticator-uid";
import { isSameCaller } from "./callers";

/** An STS response that waits for its decision. */
export interface PendingResponse {
  readonly line: LineRecord;
  readonly caller: Caller;
  /** Responses that cannot be told apart, and how many of them still wait; null while it stands alone. */
  tangle: { waiting: number } | null;
}

/**
 * One kept-alive connection of an API server. Requests interleave on HTTP/2, so several responses may wait at once.
 * Lines must come in order.
 */
export class Connection {
  #pending: PendingResponse[] = [];

  add(line: LineRecord, caller: Caller, unpaired: LineRecord[]): void {
    this.#expire(line.timeMs - PAIR_GAP_MS, unpaired);
    this.#pending.push({ line, caller, tangle: null });
  }

  /** The responses that may be the decision's: one when sure, none when there is none. */
  take(decision: DecisionRecord, unpaired: LineRecord[]): readonly PendingResponse[] {
    this.#expire(decision.timeMs - PAIR_GAP_MS, unpaired);
    const fitting = this.#pending.filter((pending) => fits(pending.caller, decision.event));
    const last = fitting.at(-1);
    if (last === undefined) return fitting;
    if (!fitting.every((one) => one.tangle === null && isSameCaller(one.caller, last.caller))) {
      return this.#takeTangled(fitting);
    }
    // Equal responses prove the same; the newest, since an older one may have lost its decision.
    this.#remove([last]);
    return [last];
  }

  close(unpaired: LineRecord[]): void {
    this.#expire(Number.POSITIVE_INFINITY, unpaired);
  }

  #takeTangled(fitting: PendingResponse[]): readonly PendingResponse[] {
    const tangles = new Set(fitting.map((one) => one.tangle).filter((tangle) => tangle !== null));
    let waiting = fitting.filter((one) => one.tangle === null).length - 1;
    for (const tangle of tangles) waiting += tangle.waiting;
    const tangle = { waiting: Math.min(waiting, fitting.length - 1) };
    for (const one of fitting) one.tangle = tangle;
    if (tangle.waiting <= 0) this.#remove(fitting);
    return fitting;
  }

  #remove(gone: readonly PendingResponse[]): void {
    if (this.#pending.length === gone.length) this.#pending.length = 0;
    else this.#pending = this.#pending.filter((one) => !gone.includes(one));
  }

  #expire(beforeMs: number, unpaired: LineRecord[]): void {
    let expired = 0;
    for (const one of this.#pending) {
      if (one.line.timeMs >= beforeMs) break;
      if (one.tangle === null) unpaired.push(one.line);
      expired++;
    }
    if (expired > 0) this.#pending.splice(0, expired);
  }
}

/** Denied lines carry no uid: the ARN alone decides. */
function fits(caller: Caller, event: AccessGranted | AccessDenied): boolean {
  if (event.arn === null || caller.canonicalArn !== event.arn) return false;
  return event.type === "access-denied" || uidNames(event.uid, caller.accountId, caller.uniqueId ?? "");
}

/** Connections by cluster, stream and client port. */
export class Connections {
  readonly #byCluster = new Map<string, Map<string, Map<string, Connection>>>();
  readonly all: Connection[] = [];

  /** null: the line names no client, so nothing can be paired with it. */
  of(line: LineRecord): Connection | null {
    const { client } = line.event;
    if (client === null) return null;
    const byClient = mapOf(mapOf(this.#byCluster, line.cluster), line.stream);
    const known = byClient.get(client);
    if (known !== undefined) return known;
    const connection = new Connection();
    byClient.set(client, connection);
    this.all.push(connection);
    return connection;
  }
}

function mapOf<V>(maps: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const map = new Map<string, V>();
  maps.set(key, map);
  return map;
}
