import type { Dialect } from "../organisation/clusters";
import type { Mapping } from "../organisation/mapping";
import type { Session } from "../sessions/session";

/** A request to the Kubernetes API. */
export interface KubeRequest {
  readonly verb: string;
  /** "" for the core's, left out too. */
  readonly group?: string;
  readonly resource: string;
  /** Left out for what belongs to no namespace. */
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
  /** 403: RBAC refuses. */
  readonly code: number;
  readonly requestObject?: unknown;
  readonly responseObject?: unknown;
}

/** Who asks, and with what. */
export interface Requester {
  readonly session: Session;
  readonly mapping: Mapping;
  /** Default: by the kind of caller. */
  readonly agent?: string;
}

export interface AuditPlace {
  readonly timeMs: number;
  readonly auditId: string;
  readonly dialect: Dialect;
  /** When the request came; default: a moment before. */
  readonly receivedMs?: number;
  /** Default: `ResponseComplete`. */
  readonly stage?: string;
}

/** What the API server's audit log keeps of a request of a granted caller (facts: authenticator §7). */
export function auditEvent(at: AuditPlace, by: Requester, request: KubeRequest): string {
  const { session, mapping, agent = agentOf(session) } = by;
  const { verb, resource, group = "", subresource, namespace, name, code } = request;
  return printEvent(at, {
    level: request.requestObject === undefined ? "Metadata" : "RequestResponse",
    requestURI: uriOf(request),
    verb,
    user: auditUser(at.dialect, session, mapping),
    sourceIPs: [/^[\d.]+$/.test(session.ip) ? session.ip : "10.0.41.9"],
    userAgent: agent,
    objectRef: {
      resource,
      ...(namespace && { namespace }),
      ...(name && { name }),
      ...(group && { apiGroup: group }),
      apiVersion: "v1",
      ...(subresource && { subresource }),
    },
    responseStatus: statusOf(mapping, request),
    ...(request.requestObject !== undefined && { requestObject: request.requestObject }),
    ...(request.responseObject !== undefined && { responseObject: request.responseObject }),
    annotations: {
      "authorization.k8s.io/decision": code === 403 ? "forbid" : "allow",
      "authorization.k8s.io/reason": code === 403 ? "" : reasonOf(session, mapping),
    },
  });
}

/** A token that the webhook refused: nobody is named. */
export function unauthorizedEvent(at: AuditPlace, session: Session | null): string {
  return printEvent(at, {
    level: "Metadata",
    requestURI: "/api?timeout=32s",
    verb: "get",
    user: {},
    sourceIPs: [session !== null && /^[\d.]+$/.test(session.ip) ? session.ip : "192.0.2.250"],
    userAgent: session === null ? "Go-http-client/2.0" : agentOf(session),
    responseStatus: {
      metadata: {},
      status: "Failure",
      message: "Unauthorized",
      reason: "Unauthorized",
      code: 401,
    },
  });
}

function printEvent(at: AuditPlace, event: Readonly<Record<string, unknown>>): string {
  const { level, requestURI, ...rest } = event;
  return JSON.stringify({
    kind: "Event",
    apiVersion: "audit.k8s.io/v1",
    level,
    auditID: at.auditId,
    stage: at.stage ?? "ResponseComplete",
    requestURI,
    ...rest,
    requestReceivedTimestamp: micros(at.receivedMs ?? at.timeMs - 4),
    stageTimestamp: micros(at.timeMs),
  });
}

/** The API server adds `system:authenticated`; what `extra` holds depends on the authenticator's build. */
function auditUser(dialect: Dialect, session: Session, mapping: Mapping): unknown {
  const prefix = dialect === "oldest" ? "heptio-authenticator-aws" : "aws-iam-authenticator";
  const principalId = [session.userId];
  return {
    username: mapping.username,
    uid: `${prefix}:${session.accountId}:${session.userId}`,
    groups: [...mapping.groups, "system:authenticated"],
    extra: {
      accessKeyId: [session.accessKeyId],
      arn: [session.arn],
      canonicalArn: [session.canonicalArn],
      ...(dialect !== "oldest" && { principalId }),
      sessionName: [session.sessionName],
      ...((dialect === "current" || dialect === "middle") && {
        "sigs.k8s.io/aws-iam-authenticator/principalId": principalId,
      }),
    },
  };
}

function statusOf(mapping: Mapping, { code, verb, group = "", resource }: KubeRequest): unknown {
  if (code !== 403) return { metadata: {}, code };
  const message = `${resource} is forbidden: User "${mapping.username}" cannot ${verb} resource "${resource}" in API group "${group}"`;
  return { metadata: {}, status: "Failure", message, reason: "Forbidden", code };
}

/** Empty for system:masters and for the Node authorizer. */
function reasonOf(session: Session, mapping: Mapping): string {
  const [group] = mapping.groups;
  if (group === "system:masters" || mapping.groups.includes("system:nodes")) return "";
  if (group !== undefined)
    return `RBAC: allowed by ClusterRoleBinding "${group}" of ClusterRole "${group}" to Group "${group}"`;
  if (mapping.via !== "access-entry")
    return `RBAC: allowed by ClusterRoleBinding "${mapping.username}" of ClusterRole "${mapping.username}" to User "${mapping.username}"`;
  const policy = `arn:aws:eks::aws:cluster-access-policy/${mapping.policy ?? "AmazonEKSClusterAdminPolicy"}`;
  return `EKS Access Policy: allowed by ClusterRoleBinding "${session.canonicalArn}+${policy}" of ClusterRole "${policy}" to User "${session.userId}"`;
}

function agentOf(session: Session): string {
  const { kind, name } = session.origin;
  if (kind === "node") return "kubelet/v1.34.2 (linux/amd64) kubernetes/0000000";
  if (kind === "aws") return name.startsWith("eks:") ? name.replace("eks:", "eks-") : "eks-managed/v1";
  return "kubectl/v1.34.1 (linux/amd64) kubernetes/93248f9";
}

function uriOf({ group = "", resource, namespace, name, subresource }: KubeRequest): string {
  const api = group === "" ? "/api/v1" : `/apis/${group}/v1`;
  const place = namespace === undefined || resource === "namespaces" ? "" : `/namespaces/${namespace}`;
  const path = [resource, name, subresource].filter((part) => part !== undefined).join("/");
  const query = subresource === "exec" ? "?command=sh&container=web&stdin=true&stdout=true&tty=true" : "";
  return `${api}${place}/${path}${query}`;
}

function micros(timeMs: number): string {
  return new Date(timeMs).toISOString().replace("Z", "000Z");
}
