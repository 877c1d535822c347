import { isObject, objectOf, textOf } from "../json-fields";
import type { Place } from "./place";
import type { Binding, Role } from "./rbac-object";
import { readBinding } from "./read-binding";
import { readRole } from "./read-role";

/** What a list says for its items: those of an API answer carry no kind of their own. */
export interface ListHead {
  readonly kind: string | null;
  readonly apiVersion: string | null;
}

const GROUP = "rbac.authorization.k8s.io/";
const KINDS = ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"] as const;

/** One object of RBAC; null, and noted, where it is none. */
export function readRbacObject(json: unknown, list: ListHead, place: Place): Role | Binding | null {
  if (!isObject(json)) return place.reject("is no object.");
  const said = textOf(json.kind) ?? list.kind;
  const kind = KINDS.find((one) => one === said);
  const version = textOf(json.apiVersion) ?? list.apiVersion;
  if (kind === undefined || !(version ?? GROUP).startsWith(GROUP))
    return place.reject(`is no object of RBAC but ${said ?? "of no kind"} (${version ?? "no version"}).`);
  const metadata = objectOf(json.metadata);
  const name = textOf(metadata.name);
  const isNamespaced = kind === "Role" || kind === "RoleBinding";
  const namespace = isNamespaced ? textOf(metadata.namespace) : "";
  if (name === null) return place.reject(`is a ${kind} without a name.`);
  if (namespace === null) return place.reject(`is the ${kind} ${name} without a namespace.`);
  const here = place.at(` (${kind} ${isNamespaced ? `${namespace}/` : ""}${name})`);
  if (kind === "Role" || kind === "ClusterRole") return readRole(json, { kind, name, namespace }, here);
  return readBinding(json, { kind, name, namespace }, here);
}
