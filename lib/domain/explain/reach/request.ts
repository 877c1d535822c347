import type { AuditEvent } from "../../parse/audit-event";

/** What the API server is asked for, as its authorizers see it. */
export type ReachRequest = ResourceRequest | UrlRequest;

export interface ResourceRequest {
  readonly kind: "resource";
  readonly verb: string;
  /** "" for the core's own, such as pods. */
  readonly apiGroup: string;
  readonly resource: string;
  /** Such as `exec` of `pods/exec`; "" = the resource itself. */
  readonly subresource: string;
  /** "" = none: creating, and listing without `metadata.name` as a field selector. */
  readonly name: string;
  /** "" = in all namespaces, or a resource of the whole cluster. */
  readonly namespace: string;
}

/** A path that is no object's, such as `/metrics`. */
export interface UrlRequest {
  readonly kind: "url";
  readonly verb: string;
  readonly path: string;
}

type Asked = Pick<ResourceRequest, "verb" | "resource"> & Partial<ResourceRequest>;

/** A request for a resource; one for a namespace by its name lies in that namespace, as the API server places it. */
export function resourceRequest(asked: Asked): ResourceRequest {
  const { apiGroup = "", subresource = "", name = "", namespace = "" } = asked;
  const isNamespace = asked.resource === "namespaces" && apiGroup === "" && namespace === "";
  return {
    kind: "resource",
    verb: asked.verb,
    apiGroup,
    resource: asked.resource,
    subresource,
    name,
    namespace: isNamespace ? name : namespace,
  };
}

/** What a recorded request asked for, to lay the computed answer beside the API server's own. */
export function requestOfAudit({
  verb,
  object,
  uri,
}: Pick<AuditEvent, "verb" | "object" | "uri">): ReachRequest {
  if (object === null) return { kind: "url", verb, path: (uri ?? "").split("?", 1)[0] ?? "" };
  return resourceRequest({ ...object, verb, apiGroup: object.group });
}
