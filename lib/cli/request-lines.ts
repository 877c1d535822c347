import { nameClientTool } from "@/lib/domain/explain/client-tool";
import { describeRequest } from "@/lib/domain/explain/request-words";
import { whoMadeRequest } from "@/lib/domain/explain/who-made-request";
import type { TracedRequest } from "@/lib/domain/summarize/requests/request-page";
import { printable } from "@/lib/server/log/printable";
import { toJsonLine } from "./json-line";

/** One request as the command line's JSON: a contract, so its fields are named one by one. It cannot steer a terminal either. */
export function toRequestJson({ request, sessions, origin }: TracedRequest): string {
  const { id, timeMs, cluster, verb, object, uri, code, outcome, kubernetes, caller } = request;
  const { actsAs, clientIp, userAgent, reason, auditId } = request;
  const json = {
    ...{ id, time: new Date(timeMs).toISOString(), cluster, verb, object, uri, code, outcome, reason },
    ...{ kubernetes, caller, actsAs, clientIp, userAgent, auditId },
    sessions,
    origin: origin && { kind: origin.kind, name: origin.name, confidence: origin.confidence },
  };
  return toJsonLine(json);
}

/** One request for the eye; nothing in it can steer a terminal. */
export function toRequestLine(traced: TracedRequest): string {
  const { request, sessions } = traced;
  const { timeMs, cluster, kubernetes, clientIp, userAgent } = request;
  const cells = [
    new Date(timeMs).toISOString(),
    cluster.padEnd(12),
    whoMadeRequest(traced).text.padEnd(24),
    `as ${kubernetes.username}`.padEnd(24),
    describeRequest(request),
    `from ${clientIp ?? "?"}${userAgent === null ? "" : ` with ${nameClientTool(userAgent)}`}`,
    sessions.length === 1 ? "" : `(${sessions.length} sessions fit)`,
  ];
  return `${cells.map(printable).join("  ").trimEnd()}\n`;
}
