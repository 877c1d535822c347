import type { ClusterConfiguration } from "../../world/configuration/cluster-configuration";
import { lists, pageOf } from "./object-lists";
import { type KubernetesAnswer, statusAnswer } from "./status-answer";

/** A request to a cluster's API server. */
export interface KubernetesRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** As whom it comes; null = the token is not good, or maps to nobody. */
  readonly username: string | null;
  /** Whether roles let it read what it asks for. */
  readonly mayRead: boolean;
}

const AWS_AUTH = "/api/v1/namespaces/kube-system/configmaps/aws-auth";
const RBAC =
  /^\/apis\/rbac\.authorization\.k8s\.io\/v1\/(clusterroles|clusterrolebindings|roles|rolebindings)$/;

/** Answers as the API server does, in Kubernetes' own shapes. */
export function answerKubernetes(
  { method, path, query, username, mayRead }: KubernetesRequest,
  configuration: ClusterConfiguration,
): KubernetesAnswer {
  if (username === null) return statusAnswer(401, "Unauthorized", "Unauthorized");
  if (method !== "GET")
    return statusAnswer(
      405,
      "MethodNotAllowed",
      "the server does not allow this method on the requested resource",
    );
  const resource = RBAC.exec(path)?.[1];
  if (path === AWS_AUTH)
    return mayRead ? readAwsAuth(configuration) : forbidden(username, "get", "configmaps");
  if (resource === undefined)
    return statusAnswer(404, "NotFound", "the server could not find the requested resource");
  if (!mayRead) return forbidden(username, "list", resource);
  return pageOf(lists(resource, configuration), query);
}

function readAwsAuth({ awsAuth }: ClusterConfiguration): KubernetesAnswer {
  if (awsAuth === null) return statusAnswer(404, "NotFound", 'configmaps "aws-auth" not found');
  const metadata = {
    name: "aws-auth",
    namespace: "kube-system",
    uid: "0f3b8f5e-1d5c-4b8e-9a59-4f2f5e0c7a11",
    resourceVersion: "48151623",
    creationTimestamp: "2023-02-14T09:20:11Z",
  };
  return { status: 200, body: { kind: "ConfigMap", apiVersion: "v1", metadata, data: awsAuth } };
}

function forbidden(username: string, verb: string, resource: string): KubernetesAnswer {
  const group = resource === "configmaps" ? "" : "rbac.authorization.k8s.io";
  const named = resource === "configmaps" ? 'configmaps "aws-auth"' : `${resource}.${group}`;
  const place = resource === "configmaps" ? 'in the namespace "kube-system"' : "at the cluster scope";
  return statusAnswer(
    403,
    "Forbidden",
    `${named} is forbidden: User "${username}" cannot ${verb} resource "${resource}" in API group "${group}" ${place}`,
  );
}
