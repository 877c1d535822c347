import type { Caller } from "./attempt";
import type { LineRecord } from "./line-record";
import type { DecisionRecord, PairedAttempt, PairedLines } from "./paired-attempt";
import { CallerBook, callerOfDecision, commonCaller } from "./pairing/callers";
import { type Connection, Connections, type PendingResponse } from "./pairing/connection";
import { compareLines, orderLines } from "./pairing/line-order";

const NONE: readonly LineRecord[] = [];

/**
 * Two lines → one attempt: the `STS response` and the decision after it, of one cluster, stream and `client` port,
 * where the response's ARN in canonical form is the decision's `arn` and its userid stands within `uid` (a denied
 * line has no uid), at most PAIR_GAP_MS apart. Every decision gives exactly one attempt. The result depends on the
 * set of lines alone, not on their order. Source of the rule: facts, authenticator §1.2.
 */
export function pairLines(lines: readonly LineRecord[]): PairedLines {
  const connections = new Connections();
  const callers = new CallerBook();
  const attempts: PairedAttempt[] = [];
  const unpaired: LineRecord[] = [];
  for (const line of orderLines(lines)) {
    const { event } = line;
    const connection = connections.of(line);
    if (event.type !== "sts-response") attempts.push(decide(line as DecisionRecord, connection, unpaired));
    else if (connection === null) unpaired.push(line);
    else connection.add(line, callers.callerOf(event), unpaired);
  }
  for (const connection of connections.all) connection.close(unpaired);
  return { attempts, unpaired: unpaired.sort(compareLines) };
}

function decide(
  decision: DecisionRecord,
  connection: Connection | null,
  unpaired: LineRecord[],
): PairedAttempt {
  const taken = connection === null ? [] : connection.take(decision, unpaired);
  const { event } = decision;
  return {
    id: decision.recordId,
    timeMs: decision.timeMs,
    decision,
    responses: taken.length === 0 ? NONE : taken.map((one) => one.line),
    caller: callerOf(taken) ?? callerOfDecision(event),
    stsEndpoint: event.stsEndpoint ?? endpointOf(taken),
  };
}

function callerOf(taken: readonly PendingResponse[]): Caller | null {
  let caller = taken[0]?.caller ?? null;
  for (let i = 1; i < taken.length; i++) {
    const other = taken[i]?.caller;
    if (caller !== null && other !== undefined) caller = commonCaller(caller, other);
  }
  return caller;
}

function endpointOf(taken: readonly PendingResponse[]): string | null {
  const first = endpoint(taken[0]);
  return taken.every((one) => endpoint(one) === first) ? first : null;
}

function endpoint(pending: PendingResponse | undefined): string | null {
  return pending?.line.event.stsEndpoint ?? null;
}
