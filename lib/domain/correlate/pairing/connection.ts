import type { AccessDenied, AccessGranted } from "../../parse/authenticator-record";
import { PAIR_GAP_MS } from "../correlation-reach";
import type { LineRecord } from "../line-record";
import type { DecisionRecord, PairedAttempt } from "../paired-attempt";
import { uidNames } from "./authenticator-uid";
import { callerOfDecision, commonCaller, isSameCaller, type KnownCaller } from "./callers";

/** An STS response that waits for its decision. */
interface PendingResponse {
  readonly line: LineRecord;
  readonly known: KnownCaller;
  /** Responses that cannot be told apart, and how many of them still wait; null while it stands alone. */
  tangle: { waiting: number } | null;
}

const NONE: readonly LineRecord[] = [];

/**
 * One kept-alive connection of an API server. Requests interleave on HTTP/2, so several responses may wait at once.
 * Lines must come in order.
 */
export class Connection {
  readonly cluster: string;
  readonly stream: string;
  readonly client: string;
  #pending: PendingResponse[] = [];

  constructor(line: LineRecord, client: string) {
    this.cluster = line.cluster;
    this.stream = line.stream;
    this.client = client;
  }

  add(line: LineRecord, known: KnownCaller, unpaired: LineRecord[]): void {
    if (this.#pending.length > 0) this.#expire(line.timeMs - PAIR_GAP_MS, unpaired);
    this.#pending.push({ line, known, tangle: null });
  }

  decide(decision: DecisionRecord, unpaired: LineRecord[]): PairedAttempt {
    if (this.#pending.length > 0) this.#expire(decision.timeMs - PAIR_GAP_MS, unpaired);
    const last = this.#pending.at(-1);
    if (last === undefined) return unansweredAttempt(decision);
    if (this.#pending.length > 1) return this.#choose(decision);
    if (!fits(last.known, decision.event)) return unansweredAttempt(decision);
    this.#pending.pop();
    return answeredAttempt(decision, last);
  }

  close(unpaired: LineRecord[]): void {
    this.#expire(Number.POSITIVE_INFINITY, unpaired);
  }

  #choose(decision: DecisionRecord): PairedAttempt {
    const fitting = this.#pending.filter((pending) => fits(pending.known, decision.event));
    const last = fitting.at(-1);
    if (last === undefined) return unansweredAttempt(decision);
    if (!fitting.every((one) => one.tangle === null && isSameCaller(one.known.caller, last.known.caller))) {
      this.#tangle(fitting);
      return fitting.length === 1 ? answeredAttempt(decision, last) : tangledAttempt(decision, fitting);
    }
    // Equal responses prove the same; the newest, since an older one may have lost its decision.
    this.#remove([last]);
    return answeredAttempt(decision, last);
  }

  #tangle(fitting: readonly PendingResponse[]): void {
    const tangles = new Set(fitting.map((one) => one.tangle).filter((tangle) => tangle !== null));
    let waiting = fitting.filter((one) => one.tangle === null).length - 1;
    for (const tangle of tangles) waiting += tangle.waiting;
    const tangle = { waiting: Math.min(waiting, fitting.length - 1) };
    for (const one of fitting) one.tangle = tangle;
    if (tangle.waiting <= 0) this.#remove(fitting);
  }

  #remove(gone: readonly PendingResponse[]): void {
    this.#pending = this.#pending.filter((one) => !gone.includes(one));
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
function fits(known: KnownCaller, event: AccessGranted | AccessDenied): boolean {
  const { caller } = known;
  if (event.arn === null || caller.canonicalArn !== event.arn) return false;
  if (event.type === "access-denied" || known.uid === event.uid) return true;
  if (!uidNames(event.uid, caller.accountId, caller.uniqueId ?? "")) return false;
  known.uid = event.uid;
  return true;
}

export function unansweredAttempt(decision: DecisionRecord): PairedAttempt {
  const caller = callerOfDecision(decision.event);
  return { decision, response: null, tangled: NONE, caller, stsEndpoint: decision.event.stsEndpoint };
}

function answeredAttempt(decision: DecisionRecord, { line, known }: PendingResponse): PairedAttempt {
  const stsEndpoint = decision.event.stsEndpoint ?? line.event.stsEndpoint;
  return { decision, response: line, tangled: NONE, caller: known.caller, stsEndpoint };
}

function tangledAttempt(decision: DecisionRecord, fitting: readonly PendingResponse[]): PairedAttempt {
  const tangled = fitting.map((one) => one.line);
  const caller = fitting.map((one) => one.known.caller).reduce(commonCaller);
  const endpoints = new Set(tangled.map((line) => line.event.stsEndpoint));
  const [endpoint = null] = endpoints.size === 1 ? endpoints : [];
  return { decision, response: null, tangled, caller, stsEndpoint: decision.event.stsEndpoint ?? endpoint };
}
