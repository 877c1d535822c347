import { isObject, type JsonObject, objectOf, textOf } from "../json-fields";
import type { Place } from "./place";
import type { Binding, BindingSubject, ObjectHead } from "./rbac-object";

/** The binding of a `RoleBinding` or `ClusterRoleBinding`; subjects that cannot be read are left out. */
export function readBinding(
  json: JsonObject,
  head: ObjectHead<Binding["kind"]>,
  place: Place,
): Binding | null {
  const { kind, name } = objectOf(json.roleRef);
  const role = { kind: textOf(kind), name: textOf(name) };
  if (role.kind === null || role.name === null) return place.at(", roleRef").reject("names no role.");
  const subjects = readSubjects(json.subjects ?? [], place.at(", subjects"));
  return { ...head, role: { kind: role.kind, name: role.name }, subjects };
}

function readSubjects(json: unknown, place: Place): readonly BindingSubject[] {
  if (!Array.isArray(json)) {
    place.reject("is no list.");
    return [];
  }
  return json.map((one, i) => readSubject(one, place.at(`[${i}]`))).filter((one) => one !== null);
}

function readSubject(json: unknown, place: Place): BindingSubject | null {
  if (!isObject(json)) return place.reject("is no subject.");
  const [kind, name] = [textOf(json.kind), textOf(json.name)];
  if (kind === null || name === null) return place.reject("has no kind or no name.");
  return { kind, name, namespace: textOf(json.namespace) ?? "" };
}
