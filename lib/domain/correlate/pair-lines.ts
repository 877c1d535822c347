import type { LineRecord } from "./line-record";
import type { DecisionRecord, PairedAttempt, PairedLines } from "./paired-attempt";
import { CallerBook } from "./pairing/callers";
import { unansweredAttempt } from "./pairing/connection";
import { Connections } from "./pairing/connections";
import { compareLines, orderLines } from "./pairing/line-order";

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
    if (event.type !== "sts-response") {
      const decision = line as DecisionRecord;
      attempts.push(
        connection === null ? unansweredAttempt(decision) : connection.decide(decision, unpaired),
      );
    } else if (connection === null) unpaired.push(line);
    else connection.add(line, callers.callerOf(event), unpaired);
  }
  connections.close(unpaired);
  return { attempts, unpaired: unpaired.sort(compareLines) };
}
