import type { AuditEvent, AuditObject } from "../parse/audit-event";
import { type KubeRequest, toKubeRequest } from "./kube-request";

const WRITES: ReadonlySet<string> = new Set(["create", "update", "patch", "delete", "deletecollection"]);
/** They open a way into a pod; newer clients ask for them by `get`. */
export const STREAMS: ReadonlySet<string> = new Set(["exec", "attach", "portforward"]);
/** Heartbeats and notes. */
const CHATTER: ReadonlySet<string> = new Set(["leases", "events"]);
/** Their `create` is a question: may I, who am I. */
const QUESTIONS: ReadonlySet<string> = new Set(["authentication.k8s.io", "authorization.k8s.io"]);

/**
 * The request of an event if it is kept: what was changed, denied, or opened into a pod by a caller who came in through
 * IAM, once its answer is complete. Left out are nodes, which write all the time, and writes of leases, events and
 * access reviews. `KEPT_REQUESTS` of the source asks CloudWatch for the same.
 */
export function toKeptRequest(event: AuditEvent): KubeRequest | null {
  if (event.stage !== "ResponseComplete" || event.user.username.startsWith("system:node:")) return null;
  const request = toKubeRequest(event);
  if (request === null) return null;
  return kindOfRequest(request) === "read" ? null : request;
}

/** What a request did: one that was denied did nothing else. Heartbeats and questions about oneself are no writes. */
export type RequestKind = "write" | "denial" | "stream" | "read";

export function kindOfRequest({
  verb,
  object,
  outcome,
}: Pick<KubeRequest, "verb" | "object" | "outcome">): RequestKind {
  if (outcome === "denied") return "denial";
  if (isStream(object)) return "stream";
  return WRITES.has(verb) && !isChatter(object) ? "write" : "read";
}

/** A stream into a pod: a shell, its ports. */
export function isStream(object: AuditObject | null): boolean {
  return object !== null && STREAMS.has(object.subresource);
}

function isChatter(object: AuditObject | null): boolean {
  return object !== null && (CHATTER.has(object.resource) || QUESTIONS.has(object.group));
}
