import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { nameBehind } from "@/lib/domain/explain/behind-it";
import { displayName } from "@/lib/domain/explain/who-got-in";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "./json-line";

/** One attempt as the command line's JSON: a contract, so its fields are named one by one. */
export function toAttemptJson(attempt: TracedAttempt): string {
  const { id, timeMs, cluster, decision, origin, caller, kubernetes, error, sts, evidence } = attempt;
  const json = {
    id,
    time: new Date(timeMs).toISOString(),
    cluster,
    decision,
    origin: origin && { kind: origin.kind, name: origin.name, confidence: origin.confidence },
    caller,
    kubernetes,
    error,
    sts,
    evidence: evidence.map(({ source, stream, eventId }) => ({ source, stream, eventId })),
  };
  return toJsonLine(json);
}

/** One attempt for the eye; nothing in it can steer a terminal. */
export function toTextLine(attempt: TracedAttempt): string {
  const { timeMs, cluster, decision, kubernetes, error } = attempt;
  const cells = [
    new Date(timeMs).toISOString(),
    decision.padEnd(7),
    cluster.padEnd(12),
    whoOf(attempt).padEnd(36),
    kubernetes === null ? (error ?? "") : `${kubernetes.username} [${kubernetes.groups.join(" ")}]`,
  ];
  return `${cells.map(printable).join("  ").trimEnd()}\n`;
}

/** Who came, and who is behind that where it is another name: `deploy/s1 <- alice@example.com`. */
function whoOf(attempt: TracedAttempt): string {
  const behind = nameBehind(attempt);
  return behind === null ? displayName(attempt) : `${displayName(attempt)} <- ${behind.text}`;
}
