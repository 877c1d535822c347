import { parseInstant } from "../time/parse-instant";
import type { EpochMs } from "../time/time-range";
import { findJsonError } from "./find-json-error";
import { isObject, type JsonObject, objectOf, textOf } from "./json-fields";
import { parseJson } from "./parse-json";
import type { Reject } from "./reject";

/** What one line of a `kube-apiserver-audit-…` stream says of who asked (facts: authenticator §7). */
export interface AuditEvent {
  readonly auditId: string;
  /** `ResponseComplete`, `ResponseStarted`, `Panic` or `RequestReceived`. */
  readonly stage: string;
  /** When the request was received. */
  readonly timeMs: EpochMs;
  readonly verb: string;
  /** As it was asked; arguments of a command stand in it. */
  readonly uri: string | null;
  /** What it is about; null for paths that are no object's, such as `/metrics`. */
  readonly object: AuditObject | null;
  readonly user: AuditUser;
  /** Whom the user asked to act as (`--as`); null = nobody. */
  readonly actsAs: string | null;
  /** The person's address, unlike the authenticator's `client`; the first where proxies add theirs. */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** HTTP status of the answer. */
  readonly code: number | null;
  /** What the authorizers said: `allow` or `forbid`; null where the event does not say. */
  readonly decision: string | null;
  /** Which rule let it through; empty for system:masters, null where the event does not say. */
  readonly reason: string | null;
}

/** A part that an event leaves out is "". */
export interface AuditObject {
  /** "" for the core's own. */
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

export interface AuditUser {
  readonly username: string;
  readonly uid: string;
  readonly groups: readonly string[];
  /** What the authenticator gave along; null where this build does not. */
  readonly arn: string | null;
  readonly canonicalArn: string | null;
  readonly sessionName: string | null;
  readonly accessKeyId: string | null;
  /** AROA… or AIDA…, without the session. */
  readonly principalId: string | null;
}

export type AuditReading =
  | { readonly ok: true; readonly event: AuditEvent }
  | { readonly ok: false; readonly reject: Reject };

/** Reads the JSON text of one audit event. Never throws; without id or time it is refused. */
export function readAuditEvent(text: string): AuditReading {
  const json = parseJson(text);
  if (!json.ok) {
    const error = findJsonError(text);
    return refused("not-json", error?.message ?? "no valid JSON", error?.position);
  }
  if (!isObject(json.value)) return refused("wrong-shape", "an audit event is a JSON object");
  const auditId = textOf(json.value.auditID);
  const timeMs = timeOf(json.value);
  if (auditId === null) return refused("missing-field", "no readable auditID: not a whole audit event");
  if (timeMs === null)
    return refused("missing-field", "no readable requestReceivedTimestamp: not a whole audit event");
  return { ok: true, event: readEvent(json.value, auditId, timeMs) };
}

function readEvent(json: JsonObject, auditId: string, timeMs: EpochMs): AuditEvent {
  const { code } = objectOf(json.responseStatus);
  const annotations = objectOf(json.annotations);
  const reason = annotations["authorization.k8s.io/reason"];
  return {
    auditId,
    stage: textOf(json.stage) ?? "",
    timeMs,
    verb: textOf(json.verb) ?? "",
    uri: textOf(json.requestURI),
    object: isObject(json.objectRef) ? readObject(json.objectRef) : null,
    user: readUser(objectOf(json.user)),
    actsAs: textOf(objectOf(json.impersonatedUser).username),
    sourceIp: textsOf(json.sourceIPs)[0] ?? null,
    userAgent: textOf(json.userAgent),
    code: typeof code === "number" ? code : null,
    decision: textOf(annotations["authorization.k8s.io/decision"]),
    reason: typeof reason === "string" ? reason : null,
  };
}

function readObject(json: JsonObject): AuditObject {
  const part = (name: string) => textOf(json[name]) ?? "";
  return {
    group: part("apiGroup"),
    resource: part("resource"),
    subresource: part("subresource"),
    namespace: part("namespace"),
    name: part("name"),
  };
}

function readUser(user: JsonObject): AuditUser {
  const extra = objectOf(user.extra);
  const first = (key: string) => textsOf(extra[key])[0] ?? null;
  return {
    username: textOf(user.username) ?? "",
    uid: textOf(user.uid) ?? "",
    groups: textsOf(user.groups),
    arn: first("arn"),
    canonicalArn: first("canonicalArn"),
    sessionName: first("sessionName"),
    accessKeyId: first("accessKeyId"),
    principalId: first("principalId") ?? first("sigs.k8s.io/aws-iam-authenticator/principalId"),
  };
}

/** Kubernetes writes microseconds and `Z`. */
function timeOf(json: JsonObject): EpochMs | null {
  return (
    parseInstant(textOf(json.requestReceivedTimestamp) ?? "") ??
    parseInstant(textOf(json.stageTimestamp) ?? "")
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function refused(code: Reject["code"], message: string, position = 0): AuditReading {
  return { ok: false, reject: { position, code, message } };
}
