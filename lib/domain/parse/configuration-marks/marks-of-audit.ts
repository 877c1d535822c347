import type { AuditEvent, AuditObject } from "../audit-event";
import { isObject, objectOf } from "../json-fields";
import { parseJson } from "../parse-json";
import type { ConfigurationMark, MarkAuthor } from "./configuration-mark";
import { printConfigMapObject } from "./print-config-map";

const WRITES: ReadonlySet<string> = new Set(["create", "update", "patch", "delete"]);
const RBAC = "rbac.authorization.k8s.io";

/** Whether an event may tell of the configuration, before its text is read once more. */
export function isConfigurationWrite({ stage, verb, object, code, uri }: AuditEvent): boolean {
  if (stage !== "ResponseComplete" || object === null || !WRITES.has(verb)) return false;
  const isDone = code !== null && code >= 200 && code < 300;
  return isDone && !isDryRun(uri) && (isAwsAuth(object) || object.group === RBAC);
}

/**
 * What a write to the Kubernetes API did to the configuration: of aws-auth EKS's audit policy keeps the whole object
 * (`RequestResponse`), of roles and bindings that they were written is all that counts here (facts: authenticator §7).
 */
export function marksOfAudit(event: AuditEvent, text: string): ConfigurationMark[] {
  if (!isConfigurationWrite(event) || event.object === null) return [];
  const { object, timeMs, verb } = event;
  const rest = { timeMs, by: authorOf(event) };
  if (!isAwsAuth(object))
    return [{ ...rest, part: "rbac", key: nameOf(verb, object), tells: "touched", value: null }];
  if (verb === "delete") return [{ ...rest, part: "aws-auth", key: "", tells: "removed", value: null }];
  const value = objectAfter(verb, text);
  if (value === null) return [{ ...rest, part: "aws-auth", key: "", tells: "touched", value: null }];
  return [{ ...rest, part: "aws-auth", key: "", tells: verb === "create" ? "created" : "set", value }];
}

/** The answer holds the object as it is from then on; what was asked for is the same where all of it was sent. */
function objectAfter(verb: string, text: string): string | null {
  const json = parseJson(text);
  if (!json.ok) return null;
  const { responseObject, requestObject } = objectOf(json.value);
  if (isObject(responseObject) && "data" in responseObject) return printConfigMapObject(responseObject);
  return verb === "patch" || !isObject(requestObject) ? null : printConfigMapObject(requestObject);
}

function isAwsAuth({ group, resource, subresource, namespace, name }: AuditObject): boolean {
  const isConfigMap = group === "" && resource === "configmaps" && subresource === "";
  return isConfigMap && namespace === "kube-system" && name === "aws-auth";
}

/** Such a write is only tried. */
function isDryRun(uri: string | null): boolean {
  return uri !== null && /[?&]dryRun=/.test(uri);
}

function nameOf(verb: string, { resource, namespace, name }: AuditObject): string {
  return [verb, resource, namespace === "" ? name : `${namespace}/${name}`].join(" ");
}

function authorOf({ user, sourceIp, userAgent }: AuditEvent): MarkAuthor {
  const { arn, accessKeyId, username } = user;
  return { arn, accessKeyId, username, sourceIp, userAgent };
}
