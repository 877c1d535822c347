import { isObject, objectOf, textOf } from "@/lib/domain/parse/json-fields";
import { parseJson } from "@/lib/domain/parse/parse-json";
import { askKubernetes, type KubernetesAccess } from "./ask-kubernetes";
import { toKubernetesError } from "./to-kubernetes-problem";

const RESOURCES = ["clusterroles", "clusterrolebindings", "roles", "rolebindings"] as const;
const KINDS = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"] as const;
const PAGE = 500;
const MOST_PAGES = 100;
export const RBAC_WISH = {
  what: "roles and bindings",
  permission: `list ${RESOURCES.join(", ")}`,
  command: `kubectl get ${RESOURCES.join(",")} -A -o json`,
};

/** All roles and bindings, as a List in JSON: of each what decides, in the order of kind and name. Throws SourceError. */
export async function readRbacObjects(access: KubernetesAccess, signal: AbortSignal): Promise<string> {
  try {
    const items: unknown[] = [];
    for (const [i, resource] of RESOURCES.entries())
      for (const item of await readAll(access, resource, signal)) items.push(reduce(item, KINDS[i] ?? ""));
    return JSON.stringify({ kind: "List", apiVersion: "v1", items });
  } catch (error) {
    signal.throwIfAborted();
    throw toKubernetesError(error, RBAC_WISH, access);
  }
}

async function readAll(
  access: KubernetesAccess,
  resource: string,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let next = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const path = `/apis/rbac.authorization.k8s.io/v1/${resource}?limit=${PAGE}${next === "" ? "" : `&continue=${encodeURIComponent(next)}`}`;
    const json = parseJson(await askKubernetes(access, path, signal));
    const list = json.ok ? objectOf(json.value) : {};
    if (!Array.isArray(list.items)) throw new Error(`the answer is no list of ${resource}`);
    items.push(...list.items);
    next = textOf(objectOf(list.metadata).continue) ?? "";
    if (next === "") return items;
  }
  throw new Error(`there are more than ${MOST_PAGES * PAGE} ${resource}`);
}

/** Without what changes by itself, so that nothing seems to have changed. Items of a list do not say their kind. */
function reduce(item: unknown, kind: string): unknown {
  const { metadata, rules, aggregationRule, roleRef, subjects } = objectOf(item);
  const { name, namespace, labels } = objectOf(metadata);
  return {
    kind,
    apiVersion: "rbac.authorization.k8s.io/v1",
    metadata: { name, namespace, ...(isObject(labels) ? { labels } : {}) },
    rules,
    aggregationRule,
    roleRef,
    subjects,
  };
}
