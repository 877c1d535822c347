import type { ClusterConfiguration, RbacObject } from "../../world/configuration/cluster-configuration";
import { type KubernetesAnswer, statusAnswer } from "./status-answer";

const KINDS: Readonly<Record<string, RbacObject["kind"]>> = {
  clusterroles: "ClusterRole",
  clusterrolebindings: "ClusterRoleBinding",
  roles: "Role",
  rolebindings: "RoleBinding",
};

/** The objects of a kind, by namespace and name. */
export interface ObjectList {
  readonly kind: string;
  readonly items: readonly RbacObject[];
}

export function lists(resource: string, { rbac }: ClusterConfiguration): ObjectList {
  const kind = KINDS[resource] ?? "Role";
  const items = rbac.filter((one) => one.kind === kind).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return { kind: `${kind}List`, items };
}

function placeOf({ metadata: { namespace = "", name } }: RbacObject): string {
  return `${namespace}/${name}`;
}

/** `limit` and `continue`, as the API server pages; items of a list do not say their kind. */
export function pageOf({ kind, items }: ObjectList, query: URLSearchParams): KubernetesAnswer {
  const from = query.has("continue") ? readPlace(query.get("continue") ?? "") : 0;
  if (from === null)
    return statusAnswer(410, "Expired", "The provided continue parameter is too old or is not valid");
  const limit = Number(query.get("limit") ?? 0);
  const end = Number.isInteger(limit) && limit > 0 ? from + limit : items.length;
  const more =
    end < items.length ? { continue: writePlace(end), remainingItemCount: items.length - end } : {};
  return {
    status: 200,
    body: {
      kind,
      apiVersion: "rbac.authorization.k8s.io/v1",
      metadata: { resourceVersion: "48151623", ...more },
      items: items.slice(from, end).map(({ kind: _, apiVersion: __, ...item }) => item),
    },
  };
}

function writePlace(place: number): string {
  return Buffer.from(JSON.stringify({ v: "meta.k8s.io/v1", start: place })).toString("base64url");
}

function readPlace(text: string): number | null {
  const found = /"start":(\d+)\}$/.exec(Buffer.from(text, "base64url").toString("utf8"));
  return found === null ? null : Number(found[1]);
}
