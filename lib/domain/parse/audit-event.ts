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
  readonly user: AuditUser;
  /** The person's address, unlike the authenticator's `client`; the first where proxies add theirs. */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** HTTP status of the answer. */
  readonly code: number | null;
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
  return {
    auditId,
    stage: textOf(json.stage) ?? "",
    timeMs,
    verb: textOf(json.verb) ?? "",
    user: readUser(objectOf(json.user)),
    sourceIp: textsOf(json.sourceIPs)[0] ?? null,
    userAgent: textOf(json.userAgent),
    code: typeof code === "number" ? code : null,
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
